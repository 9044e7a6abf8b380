import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './serverProcess';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;
/** After this long without a fall the waits begin small again. */
const STEADY_MS = 10_000;

export type Keeper = { stop(graceMs?: number): Promise<void> };

type Kept = {
  name: string;
  start(): Promise<ServerProcess>;
  /** Told each start and each end, in words. */
  say(what: string): void;
};

/**
 * Starts a process and starts it again whenever it ends, waiting longer each time it falls soon.
 *
 * @throws what the first start throws; later failures are told and tried again.
 */
export async function keepAlive({ name, start, say }: Kept): Promise<Keeper> {
  const stopping = new AbortController();
  let current: ServerProcess = await start();

  const watch = async () => {
    let waitMs = FIRST_WAIT_MS;
    while (!stopping.signal.aborted) {
      const bornMs = performance.now();
      const end = await current.exited;
      if (stopping.signal.aborted) return;
      if (performance.now() - bornMs > STEADY_MS) waitMs = FIRST_WAIT_MS;
      say(`${name} ${end}; it is started again`);
      waitMs = await startAgain(waitMs);
    }
  };

  const startAgain = async (firstWaitMs: number): Promise<number> => {
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return waitMs;
      try {
        current = await start();
        return Math.min(waitMs * 2, LONGEST_WAIT_MS);
      } catch (error) {
        say(`${name} did not start: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };

  const watching = watch();
  return {
    async stop(graceMs) {
      stopping.abort();
      await current.stop(graceMs);
      await watching;
      await current.stop(graceMs); // one that was being started meanwhile
    },
  };
}
