import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Stop } from '../stop';
import { type Identity, identify, isAlive } from './identity';

/**
 * Takes a data folder for this process until it ends or calls the returned function. A lock whose holder is dead is
 * taken over.
 *
 * @throws Stop while another start uses the folder.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  const mine = identify(process.pid);
  if (mine === null) throw new Error('this process cannot see itself');
  while (!create(file, mine)) {
    const holder = readHolder(file);
    if (holder !== null && isAlive(holder)) {
      throw new Stop('running', { folder, pid: holder.pid });
    }
    setAside(file);
  }
  return () => {
    if (readHolder(file)?.pid === mine.pid) rmSync(file, { force: true });
  };
}

function create(file: string, holder: Identity): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Identity | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Identity>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : null;
  } catch {
    return null;
  }
}

/** Of two who find the same dead lock, one moves it away; the other finds nothing to move and looks again. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
