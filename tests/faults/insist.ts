import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../../domain/shared/errors';

/** As a client does: while the database is away, again under the same key, until it is acknowledged or refused. */
export async function insist<T>(ask: () => Promise<Result<T>>): Promise<T> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      return unwrap(await ask());
    } catch (error) {
      if (error instanceof Refusal || performance.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

class Refusal extends Error {}

export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refusal(JSON.stringify(result.error));
}
