import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'express';

/** Thrown for a database that does not answer; becomes 503. What was asked may still be written: same key again. */
export class DatabaseAway extends Error {}

const FIRST_LOOK_MS = 1_000;
const ANSWER_MS = 700;

/**
 * What `work` gives, unless the database is found silent meanwhile: then within 2 s of the beginning, so that a
 * caller can act. A slow answer of a database that lives is waited for, while the caller waits.
 */
export async function withinReach<T>(
  work: Promise<T>,
  answers: () => Promise<boolean>,
  response: Pick<Response, 'once' | 'off'>,
): Promise<T> {
  const stop = new AbortController();
  const end = () => stop.abort();
  work.catch(() => {}); // whoever is told 503, or has gone, hears no more of it
  response.once('close', end);
  try {
    return await Promise.race([work, silence(answers, stop.signal)]);
  } finally {
    end();
    response.off('close', end);
  }
}

async function silence(answers: () => Promise<boolean>, signal: AbortSignal): Promise<never> {
  for (;;) {
    await sleep(FIRST_LOOK_MS, undefined, { signal });
    const isThere = await Promise.race([answers().catch(() => false), sleep(ANSWER_MS, false, { signal })]);
    if (!isThere) throw new DatabaseAway();
  }
}

/** The driver's ways to say that nobody is there. Named here since this room may not know the driver. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  return (
    error instanceof Error &&
    /^Mongo(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|PoolClosed|TopologyClosed|WaitQueueTimeout|WriteConcern|ClientClosed)/.test(
      error.name,
    )
  );
}
