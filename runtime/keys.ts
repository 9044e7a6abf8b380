import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Stop } from './stop';

const KEY_BYTES = 32;

/** Secrets that the installation makes for itself at its first start. */
export type KeyName = 'journal-mac';

/**
 * The secret of this name, 32 random bytes in hex; made at the first call and the same ever after.
 *
 * @throws Stop when the file is there and is not such a secret: a new one would not open what the old one closed.
 */
export function readKey(folder: string, name: KeyName): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}.key`);
  try {
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const key = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Stop('keyDamaged', { file });
  return key;
}
