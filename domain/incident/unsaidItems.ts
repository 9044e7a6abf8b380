import type { Incident } from './incident';
import type { SubItems, SubNoticeSeal } from './subNoticeValues';

/**
 * Of a later version of a sub-processor's notice the items that no earlier one has said word for word: what stands in a draft
 * already is not copied into it again.
 */
export function unsaidItems(
  { subNotices }: Pick<Incident, 'subNotices'>,
  { origin, noticeId }: Pick<SubNoticeSeal, 'origin' | 'noticeId'>,
  items: SubItems,
): SubItems {
  const before = subNotices.flatMap((one) =>
    one.seal?.origin === origin && one.seal.noticeId === noticeId && one.items !== null ? [one.items] : [],
  );
  const unsaid = <K extends keyof SubItems>(item: K): SubItems[K] | null =>
    before.some((one) => one[item] === items[item]) ? null : items[item];
  return {
    a: unsaid('a'),
    b: unsaid('b'),
    c: unsaid('c'),
    d: unsaid('d'),
    e: unsaid('e'),
    persons: unsaid('persons'),
    records: unsaid('records'),
  };
}
