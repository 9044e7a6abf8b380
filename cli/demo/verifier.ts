import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { projectRoot } from '../../runtime/root';

/** What the verifier is told from outside the file. The key's name is the origin. */
export type Trust = { key: string; origin: string };

export const trustIn = (key: string): Trust => ({ key, origin: key.split('+')[0] ?? '' });

/** As anybody would: the command, a file, a key and a name. The story's own connections go on meanwhile. */
export function vigieVerify(file: string, { key, origin }: Trust): Promise<{ code: number | null; said: string }> {
  const command = join(projectRoot(), 'dist', 'cli', 'main.js');
  const asked = [command, 'verify', file, '--key', key, '--origin', origin];
  return new Promise((resolve) => {
    execFile(process.execPath, asked, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, said: `${stdout}${stderr}`.trim() });
    });
  });
}

const ED25519 = Buffer.from([1]);
const RAW_KEY_BYTES = 32;

/** A good verifier key of the same name that signed nothing here (C2SP signed-note: name, id, algorithm and key). */
export function strangersKey(name: string): string {
  const { publicKey } = generateKeyPairSync('ed25519');
  const key = Buffer.concat([ED25519, publicKey.export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES)]);
  const id = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  return `${name}+${id.toString('hex')}+${key.toString('base64')}`;
}
