import { readFileSync, writeFileSync } from 'node:fs';
import { Ending, exit } from './exit';
import type { Shell } from './shell';

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

/** To the file, readable by its owner alone and never over another; to standard output where none is named. */
export function writeOut(file: string | undefined, text: string, { say, out, note }: Shell): void {
  if (file === undefined) return out(text.trimEnd());
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new Ending(exit.usage, say('fault.write', { file, reason: reasonOf(error) }));
  }
  return note(say('written', { file, bytes: Buffer.byteLength(text) }));
}
