import type { Persons, Telling } from './persons';

/** Whom a telling reached: whose mail came back was not told. */
export const reachedBy = ({ told, bounced }: Pick<Telling, 'told' | 'bounced'>): number => Math.max(0, told - bounced);

/** How many persons were told in all (GDPR Art 34(1)). */
export const reachedInAll = ({ tellings }: Pick<Persons, 'tellings'>): number =>
  tellings.reduce((sum, telling) => sum + reachedBy(telling), 0);

/** Somebody was said to be told, and everything came back: nobody may be called told. */
export const nobodyReached = (persons: Pick<Persons, 'tellings'>): boolean =>
  persons.tellings.length > 0 && reachedInAll(persons) === 0;

/**
 * Those whom mails did not reach (refused, without an answer, lost, come back), and since when that is known, where telling
 * them by other means is owed: not while more is told anyway, nor where a public notice stands, which tells all.
 */
export const owedToReach = ({ state, toReach, published }: Persons): Persons['toReach'] =>
  state === 'TOLD' && published === null ? toReach : null;

/** `missed` more were not reached, and `fresh` persons were told since by whatever way. */
export function toReachAfter(
  { toReach }: Pick<Persons, 'toReach'>,
  { fresh, missed }: { fresh: number; missed: number },
  { seq, at }: { seq: number; at: string },
): Persons['toReach'] {
  const left = Math.max(0, (toReach?.count ?? 0) - fresh);
  if (missed > 0) return { seq, at, count: left + missed };
  return toReach === null || left === 0 ? null : { ...toReach, count: left };
}
