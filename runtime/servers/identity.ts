import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that cannot be taken for a later one with the same number. */
export type Identity = { pid: number; started: string };

/** Who has this number now; null for nobody. */
export function identify(pid: number): Identity | null {
  const started = process.platform === 'linux' ? startTicks(pid) : startDate(pid);
  return started === null ? null : { pid, started };
}

export function isAlive({ pid, started }: Identity): boolean {
  return identify(pid)?.started === started;
}

/** Field 22 of /proc/PID/stat, counted after the name, which may hold spaces and brackets; null for a zombie too. */
function startTicks(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function startDate(pid: number): string | null {
  try {
    const printed = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return printed === '' ? null : printed;
  } catch {
    return null;
  }
}
