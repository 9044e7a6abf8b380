import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Identity, identify, isAlive } from './identity';

/** An orphan that got this long to end by itself is killed (milliseconds). */
const ORPHAN_GRACE_MS = 8_000;

/** Something that runs on a data folder, under the name that the operator knows. */
export type Registered = Identity & { name: string };

/** Writes down what runs on a data folder, so that the next start can end what a killed one left behind. */
export function createRegister(folder: string) {
  const file = fileIn(folder);
  let running: Registered[] = [];

  const write = () => {
    try {
      writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
    } catch {
      // a full disk must not end what runs; it is told where it hurts
    }
  };
  return {
    add(name: string, pid: number): void {
      const identity = identify(pid);
      running = [...running.filter(isAlive), ...(identity === null ? [] : [{ name, ...identity }])];
      write();
    },
    clear: () => rmSync(file, { force: true }),
    /** Ends what an earlier start left running; resolves with how many there were. */
    async endOrphans(): Promise<number> {
      const orphans = readRegister(folder).filter(isAlive);
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

const Entries = z.array(z.object({ name: z.string(), pid: z.int().positive(), started: z.string() }));
const fileIn = (folder: string): string => join(folder, 'processes.json');

export type Register = ReturnType<typeof createRegister>;

/** What was written down last, dead or alive. */
export function readRegister(folder: string): Registered[] {
  try {
    return Entries.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return []; // none yet, or cut short by a full disk or a power loss
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended meanwhile
  }
}
