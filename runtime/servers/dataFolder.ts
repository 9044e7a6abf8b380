import { chmodSync, existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inWords, Stop } from '../stop';
import { lockFolder } from './lock';

/** Below this the databases would soon stop in the middle of a write (bytes). */
const LEAST_FREE_BYTES = 200_000_000;

/**
 * Makes the data folder, readable by its owner alone, proves that it can be written, and locks it.
 *
 * @returns how to let it go
 * @throws Stop in words: in use, read-only, full, not a folder.
 */
export function openDataFolder(folder: string, leastFreeBytes = LEAST_FREE_BYTES): () => void {
  try {
    makeFolder(folder);
    chmodSync(folder, 0o700);
    const probe = join(folder, 'probe');
    writeFileSync(probe, 'x', { flush: true });
    rmSync(probe);
    for (const name of ['logs', 'evidence']) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
    const freeBytes = freeBytesOf(folder);
    if (freeBytes < leastFreeBytes) {
      const [free, least] = [freeBytes, leastFreeBytes].map((bytes) => Math.floor(bytes / 1_000_000));
      throw new Stop('nearlyFull', { folder, free: free ?? 0, least: least ?? 0 });
    }
    return lockFolder(folder);
  } catch (error) {
    throw inWords(error, folder);
  }
}

/** Step by step: `recursive` says ENOENT where a read-only disk is the reason. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** What this user may still write to the disk of a folder (bytes). */
export function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
