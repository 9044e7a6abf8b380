import type { BreachRecord } from '../authority/breachRecord';
import { recordOfFacts } from '../controllerCase/recordOfFacts';
import { LONGEST_FACTS, NoticeFacts } from '../exchange/noticeFacts';
import type { Facts } from '../incident/incident';
import type { Measure } from '../letters/items';
import { lineOf } from '../journal/portable';
import { plain } from '../shared/plain';
import type { Told } from './events';
import type { Items } from './items';

type Said = {
  items: Items;
  told: Pick<Told, 'nature'>;
  /** As this controller may know them (invariant 8). */
  facts: Facts;
  measures: Record<'taken' | 'proposed' | 'toDecide', readonly Measure[]>;
  /** First alert, detection and awareness, in words; null where none is known. */
  dates: string | null;
};

/**
 * What the letter of a version says, as values: nothing that the letter does not say, so what is promised (`toFollow`) is
 * not here. Where it is longer than an envelope holds, each measure is in the letter alone, else all of it (null).
 */
export function noticeFacts(said: Said): NoticeFacts | null {
  return factsIn(said) ?? factsIn({ ...said, measures: { taken: [], proposed: [], toDecide: [] } });
}

function factsIn(said: Said): NoticeFacts | null {
  const read = NoticeFacts.safeParse(plain({ record: recordIn(said), contacts: said.items.b }));
  return read.success && bytesOf(read.data) <= LONGEST_FACTS ? read.data : null;
}

const bytesOf = (facts: NoticeFacts): number => new TextEncoder().encode(lineOf(plain(facts))).length;

function recordIn({ items, told: { nature }, facts, measures, dates }: Said): BreachRecord {
  const { origins, causes, systems, period, data, sensitive, personCategories } = recordOfFacts(facts);
  const { a, c, d, e } = items;
  return {
    ...(nature.length > 0 && { natures: [...nature] }),
    ...(origins && { origins }),
    ...(causes?.some((one) => one !== 'unknown') && { causes }),
    description: a,
    ...(systems && { systems }),
    ...(period && { period }),
    ...(dates !== null && { datesComment: dates }),
    ...(c.answer === 'value' && {
      ...(data && { data }),
      ...(sensitive && { sensitive }),
      ...(personCategories && { personCategories }),
      ...(c.persons !== null && { persons: { amount: 'approx', count: c.persons } }),
      ...(c.records !== null && { records: { amount: 'approx', count: c.records } }),
    }),
    ...(d.answer === 'value' && { consequencesText: d.text }),
    ...(e.answer === 'value' && { measuresAfter: measuresIn(e.text, measures) }),
  };
}

/** As many as a record holds. */
const MOST_MEASURES = 100;

/** The words of item e first: whether what they tell is done, only a reader sees. What waits for a word has no date yet. */
function measuresIn(text: string, { taken, proposed, toDecide }: Said['measures']) {
  const one =
    (state: 'done' | 'planned') =>
    ({ what, by, at }: Measure) => ({ what, state, owner: by, at });
  return [
    { what: text, state: 'ongoing' as const, owner: null, at: null },
    ...taken.map(one('done')),
    ...proposed.map(one('planned')),
    ...toDecide.map((measure) => one('planned')({ ...measure, at: null })),
  ].slice(0, MOST_MEASURES);
}
