import { createHash } from 'node:crypto';

/** C2SP signed-note: a text, an empty line, and lines `— name base64(keyId ‖ signature)`. */
const DASH = '\u2014';
const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const KEY_BYTES = 32;

/** `bytes` is the raw Ed25519 public key (32 bytes). */
export type PublicKey = { name: string; bytes: Buffer };

export type Signature = { name: string; keyId: string; signature: Buffer };

/** @throws RangeError for a name that a note cannot carry. */
export function keyIdOf({ name, bytes }: PublicKey): string {
  if (name === '' || /[\s+\p{Z}\p{C}]/u.test(name)) throw new RangeError('a key name holds no space, plus or control');
  const hash = createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(bytes);
  return hash.digest().subarray(0, KEY_ID_BYTES).toString('hex');
}

/** The public key as it is given to others: `name+keyId+base64(0x01 ‖ key)`. */
export const verifierKeyOf = (key: PublicKey): string =>
  `${key.name}+${keyIdOf(key)}+${Buffer.concat([Buffer.of(ED25519), key.bytes]).toString('base64')}`;

/** The public key in a line as others give it out; null for what is none, or whose id is another's. */
export function readVerifierKey(line: string): PublicKey | null {
  const [, name, keyId, packed] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  if (name === undefined || packed === undefined) return null;
  const raw = Buffer.from(packed, 'base64');
  if (raw.length !== KEY_BYTES + 1 || raw[0] !== ED25519) return null;
  const key = { name, bytes: raw.subarray(1) };
  return keyIdOf(key) === keyId ? key : null;
}

/** @throws RangeError for a text that cannot be signed. */
export function noteOf(text: string, { name, keyId, signature }: Signature): string {
  // oxlint-disable-next-line no-control-regex -- the format forbids exactly these
  if (!text.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(text)) throw new RangeError('not the text of a note');
  const packed = Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64');
  return `${text}\n${DASH} ${name} ${packed}\n`;
}

/** Text and signatures of a note; null when it is not one. Nothing is verified. */
export function readNote(note: string): { text: string; signatures: Signature[] } | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(readSignature);
  const good = signatures.filter((signature) => signature !== null);
  return good.length === lines.length ? { text: note.slice(0, end + 1), signatures: good } : null;
}

function readSignature(line: string): Signature | null {
  const [dash, name, packed, more] = line.split(' ');
  if (dash !== DASH || name === undefined || name === '' || packed === undefined || more !== undefined) return null;
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.toString('base64') !== packed || bytes.length <= KEY_ID_BYTES) return null;
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES).toString('hex'), signature: bytes.subarray(KEY_ID_BYTES) };
}
