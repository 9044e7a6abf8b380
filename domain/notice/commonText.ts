import { canonical, type Json } from '../shared/jcs';
import type { Draft } from './items';

/** What several controllers can be told alike: b is each contract's own contact. */
export type CommonText = Pick<Draft, 'a' | 'c' | 'd' | 'e'>;
export type CommonItem = keyof CommonText;
export const commonItems: readonly CommonItem[] = ['a', 'c', 'd', 'e'];

/** Of one draft: items that the common text would write, and those of which its own words are kept. */
export type CommonChange = { items: Partial<CommonText>; kept: readonly CommonItem[] };

/**
 * What a text for several controllers (F39) writes into one draft: items without words of their own; a promise to say it
 * later is none. Numbers of persons stay each controller's own.
 *
 * @param written what stands there: the draft over what was said last
 * @param over words that stand there are replaced, too
 */
export function commonChange(written: CommonText, common: CommonText, over: boolean): CommonChange {
  const items: Partial<CommonText> = {};
  const kept: CommonItem[] = [];
  for (const item of commonItems) {
    const after = item === 'c' ? withNumbers(written.c, common.c) : common[item];
    const before = written[item];
    if (after === null || canonical(before as Json) === canonical(after as Json)) continue;
    if (hasWords(before) && !over) kept.push(item);
    else Object.assign(items, { [item]: after });
  }
  return { items, kept };
}

const hasWords = (said: CommonText[CommonItem]): boolean =>
  said !== null && (typeof said === 'string' || said.answer !== 'toFollow');

function withNumbers(before: Draft['c'], after: Draft['c']): Draft['c'] {
  if (after?.answer !== 'value' || before?.answer !== 'value') return after;
  return { ...after, persons: after.persons ?? before.persons, records: after.records ?? before.records };
}
