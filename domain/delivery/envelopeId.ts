import { createHash } from 'node:crypto';

/**
 * RFC 3461 ENVID of a deliverable: opaque ids only, since every relay on the way can read it. It leads a delivery
 * status notice, and a mail in the catching server, back to its organisation.
 *
 * @throws RangeError above 100 characters (RFC 3461 §4.4) or for what xtext would have to quote
 */
export function envelopeIdOf(orgId: string, deliverableId: string): string {
  const envelopeId = `${orgId}/${deliverableId}`;
  if (envelopeId.length > 100 || !/^[\w.-]+\/[\w.-]+$/.test(envelopeId)) throw new RangeError('no ENVID can be made');
  return envelopeId;
}

/**
 * Names a deliverable of a subject within an ENVID: its own id can be too long, and is unique within its subject only.
 * Whoever reads a status notice finds the subject by it, and there the deliverable with this very ENVID.
 */
export const envelopePart = (subjectId: string, deliverableId: string): string =>
  `${subjectId}.${createHash('sha256').update(deliverableId).digest('hex').slice(0, 16)}`;

/** Null for an ENVID that is not ours. */
export function readEnvelopeId(envelopeId: string): { orgId: string; deliverableId: string } | null {
  const [orgId, deliverableId, ...more] = envelopeId.split('/');
  if (!orgId || !deliverableId || more.length > 0) return null;
  return { orgId, deliverableId };
}
