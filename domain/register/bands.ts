import { personsBand } from '../authority/personsBand';
import { PersonsBand, PersonsInformed, Sector } from '../authority/vocabulary';
import { Nature } from '../deadline/breachClock';
import { BreachCause, BreachOrigin, DataCategory, SensitiveCategory } from '../incident/vocabulary';
import type { CaseFact } from './facts';
import type { RowFact } from './filter';

/** Where nobody has said it. */
export const UNKNOWN = 'unknown';

/** One term of a breach, or several; null or none where it is not known, undefined where it is not asked of this breach. */
type Found = string | readonly string[] | null | undefined;

type Bands = { terms: readonly string[]; read(fact: RowFact): Found };

const ofCase =
  (read: (fact: CaseFact) => Found) =>
  (fact: RowFact): Found =>
    fact.kind === 'controllerCase' ? read(fact) : undefined;

/** Closed lists by which a breach is counted (domain rules 2.3). */
const bands = {
  nature: { terms: Nature.options, read: ({ natures }) => natures },
  origin: { terms: BreachOrigin.options, read: ({ origins }) => origins },
  cause: { terms: BreachCause.options, read: ({ causes }) => causes },
  data: { terms: DataCategory.options, read: ({ data }) => data },
  sensitive: { terms: ['yes', 'no'], read: ({ sensitive }) => sensitive && (sensitive.length > 0 ? 'yes' : 'no') },
  sensitiveData: {
    terms: SensitiveCategory.options,
    read: ({ sensitive }) => (sensitive === null || sensitive.length === 0 ? undefined : sensitive),
  },
  persons: {
    terms: PersonsBand.options,
    read: ({ persons }) => (persons === null ? null : personsBand(persons)),
  },
  sector: { terms: Sector.options, read: ofCase(({ sector }) => sector) },
  authority: { terms: ['notify', 'excused'], read: ofCase(({ isExcused }) => (isExcused ? 'excused' : 'notify')) },
  told: { terms: PersonsInformed.options, read: ofCase(({ informed }) => informed) },
} satisfies Record<string, Bands>;

export type BandKey = keyof typeof bands;
const keys = Object.keys(bands) as BandKey[];

/** Every term of every list has a number of its own, so that counting a breach is adding to a few numbers. */
const lists = keys.map((key) => [key, [...new Set([...bands[key].terms, UNKNOWN])]] as const);
const numbers = new Map(lists.flatMap(([key, terms]) => terms.map((term) => `${key}/${term}`)).map((at, n) => [at, n]));

/** Facts are made anew when something moves: what one adds never changes, and is worked out once. */
const worked = new WeakMap<RowFact, readonly number[]>();

function numbersOf(fact: RowFact): readonly number[] {
  const known = worked.get(fact);
  if (known !== undefined) return known;
  const found = keys.flatMap((key) =>
    termsOf(bands[key].read(fact)).flatMap((term) => numbers.get(`${key}/${term}`) ?? []),
  );
  worked.set(fact, found);
  return found;
}

function termsOf(found: Found): readonly string[] {
  if (found === undefined) return [];
  if (typeof found === 'string') return [found];
  return found === null || found.length === 0 ? [UNKNOWN] : found;
}

/** How many of these breaches fall in each band; one with several causes counts in each. */
export function countBands(rows: readonly RowFact[]): (key: BandKey, term: string) => number {
  const counts = new Uint32Array(numbers.size);
  for (const row of rows) for (const n of numbersOf(row)) counts[n] = (counts[n] ?? 0) + 1;
  return (key, term) => counts[numbers.get(`${key}/${term}`) ?? -1] ?? 0;
}

/** The terms of a list, in its order, and at its end that it is not known. */
export const termsIn = (key: BandKey): readonly string[] => lists.find(([name]) => name === key)?.[1] ?? [];
