import type { Issue } from '../shared/errors';
import type { CaseCommandOf } from './commands';
import type { Persons, Telling } from './persons';
import { countedTellings } from './toldAnew';

type Counts = Pick<Telling, 'told' | 'again' | 'bounced'>;

/** Whom a telling reached first: whose mail came back was not told, and who was told before is counted there. */
export const reachedBy = ({ told, again, bounced }: Counts): number => Math.max(0, told - again - bounced);

/** How many persons were told in all (GDPR Art 34(1)). */
export const reachedInAll = ({ tellings }: Pick<Persons, 'tellings'>): number =>
  tellings.reduce((sum, telling) => sum + reachedBy(telling), 0);

/** Somebody was said to be told, anew where all are, and everything came back: nobody may be called told. */
export const nobodyReached = (persons: Pick<Persons, 'tellings' | 'anewSeq'>): boolean => {
  const counted = countedTellings(persons);
  return counted.length > 0 && counted.every(({ told, bounced }) => bounced >= told);
};

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

/** How many are said to be concerned, at most; null while nobody said it. */
export function saidConcerned({ tellings, sendings }: Pick<Persons, 'tellings' | 'sendings'>): number | null {
  const said = [...sendings, ...tellings].flatMap(({ concerned }) => (concerned === null ? [] : [concerned]));
  return said.length === 0 ? null : Math.max(...said);
}

/** Numbers that contradict each other: nobody tells the authority of more persons than there are (domain rules 7.4). */
export function countIssues(
  persons: Persons,
  { told, again, bounced, concerned }: Pick<CaseCommandOf<'persons.tell'>, 'told' | 'again' | 'bounced' | 'concerned'>,
): Issue[] {
  const issues: Issue[] = [];
  if (concerned !== null && concerned < told)
    issues.push({ pointer: '/concerned', message: 'fewer are concerned than are told' });
  if (again > told) issues.push({ pointer: '/again', message: 'more were told before than are told' });
  const known = concerned ?? saidConcerned(persons);
  const tellings = persons.tellings.filter(({ seq }) => seq > persons.anewSeq);
  const reached = reachedInAll({ tellings }) + reachedBy({ told, again, bounced });
  if (issues.length === 0 && known !== null && reached > known) {
    const message = `with those told before these are more than are concerned (${known}): say how many of them were told before`;
    issues.push({ pointer: '/again', message });
  }
  return issues;
}
