import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { KEY_BYTES, openBytes, sealBytes } from './seal';

const KEY_HEX = /^[0-9a-f]{64}$/;
const RingFile = z.strictObject({ current: z.string(), keys: z.record(z.string(), z.string().regex(KEY_HEX)) });

/** A key under a master key; `keyId` says which, so that older ones still open after a change. */
export type WrappedKey = { keyId: string; box: string };

/** Master keys. In production another ring (a key service) may take this one's place. */
export type KeyRing = {
  wrap(key: Buffer, place: string): WrappedKey;
  /** @throws Error when the master key is missing or the wrap does not open */
  unwrap(wrapped: WrappedKey, place: string): Buffer;
};

export const KEY_RING_FILE = 'keys/documents.json';

/**
 * The ring in `<folder>/keys/documents.json`, made (mode 0600) when there is none. Two processes that start at once
 * agree on one: the file is linked into place whole, and whoever comes second reads it.
 */
export async function openKeyRing(folder: string): Promise<KeyRing> {
  const file = join(folder, KEY_RING_FILE);
  await makeIfMissing(file);
  const ring = RingFile.parse(JSON.parse(await readFile(file, 'utf8')));
  const masterKey = (keyId: string): Buffer => {
    const key = ring.keys[keyId];
    if (key === undefined) throw new Error(`the key ring has no key ${keyId}`);
    return Buffer.from(key, 'hex');
  };
  return {
    wrap: (key, place) => ({
      keyId: ring.current,
      box: sealBytes(masterKey(ring.current), key, place).toString('base64'),
    }),
    unwrap: ({ keyId, box }, place) => openBytes(masterKey(keyId), Buffer.from(box, 'base64'), place),
  };
}

async function makeIfMissing(file: string): Promise<void> {
  const ring = { current: 'k1', keys: { k1: randomBytes(KEY_BYTES).toString('hex') } };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(ring, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file); // never replaces a ring: what it opened would be lost
    await syncFolder(dirname(file));
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
