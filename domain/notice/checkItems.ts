import { isTooFar, tooFar } from '../incident/chronology';
import type { Issue } from '../shared/errors';
import { membersOf } from '../shared/membersOf';
import { Answer, type Draft, type ItemName, type Items, PersonsAnswer } from './items';

/** French social security number: 13 digits and an optional two-digit key, in the usual groups. */
const NIR = /\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b/;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const SAMPLE_ADDRESSES = 3;

/**
 * Every reason why these items may not leave: a promise without a date yet to come and within a year, or what looks like a
 * sample of the personal data themselves (domain rules section 7.3, guard of `notice.send`).
 */
export function checkItems(items: Partial<Items>, now: Date): Issue[] {
  return [...promiseIssues(items, now), ...sampleIssues(items)];
}

export function promiseIssues({ c, d, e }: Partial<Items>, now: Date): Issue[] {
  return Object.entries({ c, d, e }).flatMap(([name, item]) => {
    if (item?.answer !== 'toFollow') return [];
    const pointer = `/items/${name}/eta`;
    if (item.eta === null || Date.parse(item.eta) <= now.getTime()) {
      return [{ pointer, message: 'give the instant, yet to come, at which it will follow' }];
    }
    return isTooFar(item.eta, now) ? [{ pointer, message: tooFar(now) }] : [];
  });
}

/** Of a draft only the year is looked at: its dates may pass while it waits. */
export const draftIssues = ({ c, d, e }: Draft, now: Date): Issue[] =>
  Object.entries({ c, d, e }).flatMap(([name, item]) =>
    item?.answer === 'toFollow' && item.eta !== null && isTooFar(item.eta, now)
      ? [{ pointer: `/items/${name}/eta`, message: tooFar(now) }]
      : [],
  );

/** What could be said of items that are not well formed as a whole: each that is by itself, so that all faults are told at once. */
export function checkLoose(sent: unknown, now: Date): Issue[] {
  const { c, d, e } = membersOf(membersOf(sent)['items']);
  const [persons, likely, measures] = [PersonsAnswer.safeParse(c), Answer.safeParse(d), Answer.safeParse(e)];
  return checkItems({ c: persons.data, d: likely.data, e: measures.data } as Partial<Items>, now);
}

function sampleIssues(items: Partial<Items>): Issue[] {
  return (['a', 'c', 'd', 'e'] as const).flatMap((name) => {
    const text = wordsOf(items, name);
    if (NIR.test(text)) return [sample(name, 'a social security number')];
    const addresses = new Set(text.match(EMAIL) ?? []);
    return addresses.size >= SAMPLE_ADDRESSES ? [sample(name, 'a list of e-mail addresses')] : [];
  });
}

const sample = (name: ItemName, what: string): Issue => ({
  pointer: `/items/${name}`,
  message: `looks like a sample of the data (${what}): describe categories and numbers instead`,
});

function wordsOf(items: Partial<Items>, name: Exclude<ItemName, 'b'>): string {
  const item = items[name];
  if (item === undefined) return '';
  if (typeof item === 'string') return item;
  switch (item.answer) {
    case 'value':
      return item.text;
    case 'toFollow':
      return '';
    case 'cannotBeDetermined':
      return item.reason;
  }
}
