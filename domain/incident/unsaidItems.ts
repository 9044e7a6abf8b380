import { unmarked } from '../notice/saidBy';
import { earlierVersions, type SubNotice } from './subNotice';
import type { SubItems } from './subNoticeValues';

const NOTHING: SubItems = { a: null, b: null, c: null, d: null, e: null, persons: null, records: null };

/**
 * Of a version of a sub-processor's signed notice what a controller has not been told by an earlier one: a text that none of
 * them said word for word, a number that the last of them did not give. Of a version that came after a newer one, nothing.
 *
 * @param told what counts for this controller: what was told of others alone is unsaid to it
 * @returns null once erased
 */
export function unsaidItems(told: readonly SubNotice[], said: SubNotice): SubItems | null {
  const { items, seal } = said;
  if (items === null || seal === null) return items;
  const before = earlierVersions(told, said).toSorted((one, other) => versionOf(one) - versionOf(other));
  if (before.some((one) => versionOf(one) > seal.version)) return NOTHING;
  const known = before.flatMap((one) => one.items ?? []);
  const text = (item: 'a' | 'b' | 'c' | 'd' | 'e') =>
    known.some((one) => wordsOf(one[item]) === wordsOf(items[item])) ? null : items[item];
  const count = (item: 'persons' | 'records') =>
    known.findLast((one) => one[item] !== null)?.[item] === items[item] ? null : items[item];
  return {
    a: text('a'),
    b: text('b'),
    c: text('c'),
    d: text('d'),
    e: text('e'),
    persons: count('persons'),
    records: count('records'),
  };
}

/** Who said which part is no news of its own. */
const wordsOf = (text: string | null): string | null => text && unmarked(text);

const versionOf = ({ seal }: SubNotice): number => seal?.version ?? 0;
