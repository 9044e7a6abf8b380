import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Identity, identify, isAlive } from './identity';

/** An orphan that got this long to end by itself is killed (milliseconds). */
const ORPHAN_GRACE_MS = 8_000;

/** Writes down what runs on a data folder, so that the next start can end what a killed one left behind. */
export function createRegister(folder: string) {
  const file = join(folder, 'processes.json');
  let running: Identity[] = [];

  const write = () => writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  return {
    add(pid: number): void {
      const identity = identify(pid);
      running = [...running.filter(isAlive), ...(identity === null ? [] : [identity])];
      write();
    },
    clear: () => rmSync(file, { force: true }),
    /** Ends what an earlier start left running; resolves with how many there were. */
    async endOrphans(): Promise<number> {
      const orphans = existsSync(file) ? read(file).filter(isAlive) : [];
      for (const { pid } of orphans) signal(pid, 'SIGTERM');
      const deadline = performance.now() + ORPHAN_GRACE_MS;
      for (const orphan of orphans) {
        while (isAlive(orphan)) {
          if (performance.now() > deadline) signal(orphan.pid, 'SIGKILL');
          await sleep(50);
        }
      }
      return orphans.length;
    },
  };
}

export type Register = ReturnType<typeof createRegister>;

function read(file: string): Identity[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Identity[]).map(({ pid, started }) => ({ pid, started }));
  } catch {
    return []; // cut short by a full disk or a power loss
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended meanwhile
  }
}
