import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createOnly, isCode } from '../marks/createOnly';

const NAME = /^[a-z0-9.-]{1,100}$/;
const RANDOM_BYTES = 8;

/**
 * The first half of every log's origin, made once and the same ever after, whatever address the installation has
 * later: a checkpoint must not change its name.
 *
 * @throws Error when the file holds no such name.
 */
export async function openInstallationName(folder: string): Promise<string> {
  const path = join(folder, 'installation.name');
  const name = (await read(path)) ?? (await make(path));
  if (!NAME.test(name)) throw new Error(`${path} is damaged: put it back from a backup, then start again.`);
  return name;
}

async function make(path: string): Promise<string> {
  const made = `vigie-${randomBytes(RANDOM_BYTES).toString('hex')}`;
  return (await createOnly(path, `${made}\n`)) ? made : ((await read(path)) ?? made);
}

async function read(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}
