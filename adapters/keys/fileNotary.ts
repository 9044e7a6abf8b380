import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Notary } from '../../application/ports/notary';
import { keyIdOf, noteOf, type PublicKey, verifierKeyOf } from '../../domain/journal/note';
import { isSignedBy } from './isSignedBy';
import { createOnly, isCode } from '../marks/createOnly';

/** The raw key is the end of its SPKI form (RFC 8410). */
const RAW_BYTES = 32;
const OTHERS_MAY = 0o077;

type Key = { secret: KeyObject; known: PublicKey; keyId: string };

/**
 * One key an organisation, `{folder}/{organisation}.key` (PKCS#8, 0600), made when it is first needed: two processes
 * that make it at once get the same one. `installation` is a name such as `vigie.example.org`.
 */
export function createFileNotary({ folder, installation }: { folder: string; installation: string }): Notary {
  const keys = new Map<string, Promise<Key>>();
  const origin = (orgId: string) => {
    if (orgId === '') throw new TypeError('orgId is empty');
    return `${installation}/${encodeURIComponent(orgId)}`;
  };

  function keyOf(orgId: string): Promise<Key> {
    const key = keys.get(orgId) ?? openKey(join(folder, `journal-${encodeURIComponent(orgId)}.key`), origin(orgId));
    keys.set(orgId, key);
    key.catch(() => keys.delete(orgId)); // tried again at the next signature
    return key;
  }

  return {
    origin,
    verifierKey: async (orgId) => verifierKeyOf((await keyOf(orgId)).known),

    async sign(orgId, text) {
      const { secret, keyId, known } = await keyOf(orgId);
      return noteOf(text, { name: known.name, keyId, signature: sign(null, Buffer.from(text), secret) });
    },

    isSignedBy,

    hasSigned: async (orgId, note) => isSignedBy(verifierKeyOf((await keyOf(orgId)).known), note),
  };
}

async function openKey(path: string, name: string): Promise<Key> {
  const pem = (await readKey(path)) ?? (await makeKey(path));
  const secret = createPrivateKey(pem);
  if (secret.asymmetricKeyType !== 'ed25519') throw new Error(`${path} does not hold an Ed25519 key`);
  const bytes = createPublicKey(secret).export({ type: 'spki', format: 'der' }).subarray(-RAW_BYTES);
  const known = { name, bytes };
  return { secret, known, keyId: keyIdOf(known) };
}

async function readKey(path: string): Promise<string | null> {
  try {
    const { mode } = await stat(path);
    if ((mode & OTHERS_MAY) !== 0) throw new Error(`${path} can be read by others: chmod 600 it`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

async function makeKey(path: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const made = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return (await createOnly(path, made)) ? made : readFile(path, 'utf8');
}
