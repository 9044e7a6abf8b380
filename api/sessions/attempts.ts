import { networkOf } from './networkOf';

const WINDOW_MS = 60_000;
const MOST = 10;
/** Beyond this many addresses the oldest are forgotten: memory is not an attacker's to fill. */
const MOST_ADDRESSES = 10_000;

/** Counts attempts per network address in this process: so many a minute, ten of those that failed. */
export function createAttempts(nowMs: () => number, most = MOST) {
  const seen = new Map<string, { from: number; count: number }>();
  return {
    /** Seconds to wait, or 0 if this attempt is let through. */
    note(address: string): number {
      const place = networkOf(address);
      const now = nowMs();
      const known = seen.get(place);
      const current = known === undefined || now - known.from >= WINDOW_MS ? { from: now, count: 0 } : known;
      current.count += 1;
      seen.delete(place);
      seen.set(place, current);
      const [oldest] = seen.keys();
      if (seen.size > MOST_ADDRESSES && oldest !== undefined) seen.delete(oldest);
      return current.count > most ? Math.ceil((current.from + WINDOW_MS - now) / 1000) : 0;
    },
  };
}
