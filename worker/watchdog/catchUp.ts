import type { Result } from '../../domain/shared/errors';
import { MINUTE_MS } from '../../domain/shared/instant';
import { unwrap } from '../unwrap';

/** How long the engine is left alone with what was due. */
export const GRACE_MS = 2 * MINUTE_MS;
/** What is told, and a mail to each who gets one; what is left then waits for the next round. */
const MOST_STEPS = 20;

type Late<M extends { kind: string }> = {
  /** What was due so long ago and not done. */
  next(graceMs: number): Promise<M | null>;
  /** The engine's own use case, under its keys. */
  reach(milestone: M): Promise<Result<null>>;
  /** Steps that freeze mails: once one was done here, they leave at once. */
  freezing: readonly M['kind'][];
};

/** Does what is late, and says of what kind each step was. */
export async function catchUp<M extends { kind: string }>({ next, reach, freezing }: Late<M>): Promise<M['kind'][]> {
  const done: M['kind'][] = [];
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const milestone = await next(done.some((kind) => freezing.includes(kind)) ? 0 : GRACE_MS);
    if (milestone === null) return done;
    unwrap(await reach(milestone));
    done.push(milestone.kind);
  }
  return done;
}
