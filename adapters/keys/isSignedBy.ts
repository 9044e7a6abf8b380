import { createPublicKey, verify } from 'node:crypto';
import type { Notary } from '../../application/ports/notary';
import { keyIdOf, readNote, readVerifierKey } from '../../domain/journal/note';

/** The head of an Ed25519 key in SPKI form (RFC 8410), before its raw bytes. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** A key of our own is not needed for it. */
export const isSignedBy: Notary['isSignedBy'] = (verifierKey, note) => {
  const [known, read] = [readVerifierKey(verifierKey), readNote(note)];
  if (known === null || read === null) return false;
  const own = read.signatures.find(({ name, keyId }) => name === known.name && keyId === keyIdOf(known));
  if (own === undefined) return false;
  const open = createPublicKey({ key: Buffer.concat([SPKI_HEAD, known.bytes]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(read.text), open, own.signature);
};
