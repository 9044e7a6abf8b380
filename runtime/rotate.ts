import { existsSync, renameSync, statSync } from 'node:fs';

const LONGEST_LOG_BYTES = 20_000_000;

/** Keeps one former log beside a long one. Called at start: nobody writes to it then. */
export function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > LONGEST_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
}
