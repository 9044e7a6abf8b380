import { DAY_MS } from '../shared/instant';

/** No run waits longer: what is further ahead is found by the relay's regular round (architecture section 1). */
const HORIZON_MS = 14 * DAY_MS;

type Due = { atMs: number };

/**
 * Of what time alone makes due the one to be done next, or null when nothing is: what has passed first, in the order in
 * which it is given, else what is due first. `atMs` is milliseconds since the epoch.
 */
export const soonest = <M extends Due>(candidates: readonly M[], now: Date): M | null =>
  candidates.find(({ atMs }) => atMs <= now.getTime()) ?? candidates.toSorted((a, b) => a.atMs - b.atMs)[0] ?? null;

/** The same, or null when nothing is for two weeks: for what has limits of months. */
export function soonestWithin<M extends Due>(candidates: readonly M[], now: Date): M | null {
  const next = soonest(candidates, now);
  return next !== null && next.atMs > now.getTime() + HORIZON_MS ? null : next;
}
