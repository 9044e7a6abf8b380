import { createHmac, timingSafeEqual } from 'node:crypto';

/** A recipient's number as it is written, and what proves that it was written here; together twenty characters. */
const NUMBER_BYTES = 3;
const PROOF_BYTES = 12;

/**
 * Names one mail to one person in Message-ID and ENVID, the same however often it leaves: the case, which of its lists, and
 * a token that holds the recipient's number. Without the list's secret nobody reads the number or makes a token for another
 * one, so a report that names it is about a mail that left from here, and comes from who has seen that very mail.
 *
 * @throws RangeError for a number that no list holds
 */
export const nameOfMail = (secret: Buffer, place: { caseId: string; ordinal: number }, n: number): string =>
  `${place.caseId}.p${place.ordinal}-${tokenOf(secret, n)}`;

/** Null for the name of anything else. Whether it was given here, `numberIn` says. */
export function readNameOfMail(name: string): { caseId: string; ordinal: number; token: string } | null {
  const [, caseId, ordinal, token] = /^([\w-]+)\.p(\d{1,4})-([\w-]{20})$/.exec(name) ?? [];
  return caseId === undefined || token === undefined ? null : { caseId, ordinal: Number(ordinal), token };
}

/** The recipient's number; null for a token that was not made with this secret. Compared in constant time. */
export function numberIn(secret: Buffer, token: string): number | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== PROOF_BYTES + NUMBER_BYTES) return null;
  const proof = bytes.subarray(0, PROOF_BYTES);
  const n = masked(secret, proof, bytes.subarray(PROOF_BYTES)).readUIntBE(0, NUMBER_BYTES);
  return timingSafeEqual(proof, proofOf(secret, n)) ? n : null;
}

/** The proof hides the number, too (a synthetic initialisation vector, as in RFC 5297). */
function tokenOf(secret: Buffer, n: number): string {
  const written = Buffer.alloc(NUMBER_BYTES);
  written.writeUIntBE(n, 0, NUMBER_BYTES);
  const proof = proofOf(secret, n);
  return Buffer.concat([proof, masked(secret, proof, written)]).toString('base64url');
}

const proofOf = (secret: Buffer, n: number): Buffer => keyed(secret, `proof ${n}`).subarray(0, PROOF_BYTES);

function masked(secret: Buffer, proof: Buffer, number: Buffer): Buffer {
  const mask = keyed(secret, `mask ${proof.toString('hex')}`);
  return Buffer.from(number.map((byte, at) => byte ^ (mask[at] ?? 0)));
}

const keyed = (secret: Buffer, text: string): Buffer => createHmac('sha256', secret).update(text).digest();
