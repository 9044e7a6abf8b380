import type { Issue } from '../shared/errors';
import { GDPR_APPLIES, LATEST_PROMISE_MS, plusMs } from '../shared/instant';

/** `recorded`: it stands in the journal already, and is only compared with. */
type Named = { pointer: string; at: string | null; recorded?: true };
type Known = Named & { at: string };

/** What came before awareness may be old: an attack can have begun years before anybody saw it. */
export const EARLIEST_BEGINNING = '1970-01-01T00:00:00.000Z';

/** How far the clock of whoever signals may be ahead of ours, or behind. */
export const CLOCK_AHEAD_MS = 60_000;

/**
 * Instants that must follow each other, from the floor to `now` (domain rules 7.1): each that is out of order, at its
 * pointer. Instants that are not known are stepped over. The floor catches a slip in the year before it becomes a limit.
 */
export function outOfOrder(instants: readonly Named[], now: Date, floor: string = GDPR_APPLIES): Issue[] {
  const known = instants.filter((named): named is Known => named.at !== null);
  return known.flatMap(({ pointer, at, recorded }, index) => {
    if (recorded === true) return [];
    if (Date.parse(at) < Date.parse(floor)) return [tooEarly(pointer, floor)];
    const before = known[index - 1];
    const issues: Issue[] = [];
    if (before !== undefined && Date.parse(at) < Date.parse(before.at)) {
      issues.push({ pointer, message: `is before ${nameOf(before.pointer)} (${before.at})` });
    }
    if (Date.parse(at) > now.getTime()) issues.push({ pointer, message: 'is yet to come' });
    return issues;
  });
}

/** What is sealed was received after it was made, by clocks that may be a little apart. */
export const receivedBeforeMade = (madeAt: string, receivedAt: string, now: Date): Issue[] =>
  outOfOrder(
    [
      { pointer: '/madeAt', at: notAhead(madeAt, now), recorded: true },
      { pointer: '/receivedAt', at: receivedAt },
    ],
    now,
  );

/** A date that is only planned: from the floor of facts to a year from now. */
export function outOfReach({ pointer, at }: Known, now: Date): Issue[] {
  if (Date.parse(at) < Date.parse(GDPR_APPLIES)) return [tooEarly(pointer, GDPR_APPLIES)];
  return isTooFar(at, now) ? [{ pointer, message: tooFar(now) }] : [];
}

export const isTooFar = (at: string, now: Date): boolean => Date.parse(at) > now.getTime() + LATEST_PROMISE_MS;

export const tooFar = (now: Date): string =>
  `check the year: at most a year from now (${plusMs(now.toISOString(), LATEST_PROMISE_MS)})`;

const tooEarly = (pointer: string, floor: string): Issue => ({
  pointer,
  message: `check the year: nothing before ${floor.slice(0, 10)} is taken`,
});

/** An instant that a clock a little ahead of ours gave is now; further ahead it stays, and is refused. */
export const notAhead = (at: string, now: Date): string => {
  const aheadMs = Date.parse(at) - now.getTime();
  return aheadMs > 0 && aheadMs <= CLOCK_AHEAD_MS ? now.toISOString() : at;
};

/** The same of a clock a little behind ours: what cannot be before `from` was then; further behind it stays, and is refused. */
export const notBehind = (at: string, from: string): string => {
  const behindMs = Date.parse(from) - Date.parse(at);
  return behindMs > 0 && behindMs <= CLOCK_AHEAD_MS ? from : at;
};

const nameOf = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);
