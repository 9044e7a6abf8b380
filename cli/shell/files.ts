import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Ending, exit } from './exit';
import type { Shell } from './shell';

const OWNER_ALONE = 0o600;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws Ending `usage` in words */
export function readJson(file: string, { say }: Shell): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Ending(exit.usage, say('fault.file', { file, reason: reasonOf(error) }));
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Ending(exit.usage, say('fault.json', { file, reason: reasonOf(error) }));
  }
}

export type Out = { out?: string; force?: boolean };

/** Before anything is asked for that is to be written. @throws Ending `usage` where the file is there and stays */
export function checkOut({ out: file, force = false }: Out, { say }: Shell): void {
  if (file !== undefined && !force && existsSync(file)) throw new Ending(exit.usage, say('fault.exists', { file }));
}

/** To the file, readable by its owner alone, in the place of another only by `force`; to standard output where none is named. */
export function writeOut({ out: file, force = false }: Out, text: string | Buffer, { say, out, note }: Shell): void {
  if (file === undefined) return out(text.toString().trimEnd());
  try {
    if (force) replace(file, text);
    else writeFileSync(file, text, { mode: OWNER_ALONE, flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new Ending(exit.usage, say('fault.exists', { file }));
    }
    throw new Ending(exit.usage, say('fault.write', { file, reason: reasonOf(error) }));
  }
  return note(say('written', { file, bytes: Buffer.byteLength(text) }));
}

/** In one step: what was there stays whole until the new file is. */
function replace(file: string, text: string | Buffer): void {
  const beside = `${file}.${randomUUID()}`;
  try {
    writeFileSync(beside, text, { mode: OWNER_ALONE, flag: 'wx' });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
