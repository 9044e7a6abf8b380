import { createBundleSweep } from '../../application/controllerCase/settleBundles';
import type { Context } from '../../application/ports/ports';
import { GRACE_MS } from './catchUp';

/** What one notification for several cases left unwritten two minutes ago, by the relay's own use case (rule E8). */
export function createSettleLate(): (ctx: Context) => Promise<string[]> {
  const sweep = createBundleSweep();
  return async (ctx) => ((await sweep({ ctx, graceMs: GRACE_MS })) === 0 ? [] : ['fileTogether']);
}

/** Whether it is time for an organisation again: cases that are over are not read in every round. */
export function atMostEach(pauseMs: number, now: () => Date): (orgId: string) => boolean {
  const lastMs = new Map<string, number>();
  return (orgId) => {
    const nowMs = now().getTime();
    if (nowMs - (lastMs.get(orgId) ?? -Infinity) < pauseMs) return false;
    lastMs.set(orgId, nowMs);
    return true;
  };
}
