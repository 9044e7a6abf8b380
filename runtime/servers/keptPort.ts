import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './freePort';

export type KeptPort = {
  port: number;
  /** The port of earlier starts, where something else has it now: links that were given out lead there. */
  lost: number | null;
};

/**
 * The port of the first start on this data folder, so that links in mails that were caught go on leading here; the wished
 * one at the first start. Where that port is taken now another one serves this start alone: the first stays the kept one.
 */
export async function keptPort(dataFolder: string, wished: number, host: string): Promise<KeptPort> {
  const kept = readKeptPort(dataFolder);
  const port = await freePort(kept ?? wished, host);
  if (kept === null) writeFileSync(fileIn(dataFolder), `${port}\n`, { mode: 0o600 });
  return { port, lost: kept === null || kept === port ? null : kept };
}

const fileIn = (dataFolder: string): string => join(dataFolder, 'port');

/** Null where none was kept, or what was kept is no port. */
export function readKeptPort(dataFolder: string): number | null {
  try {
    const port = Number(readFileSync(fileIn(dataFolder), 'utf8'));
    return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : null;
  } catch {
    return null;
  }
}
