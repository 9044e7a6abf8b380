import type { BreachRecord, RecordField } from '../authority/breachRecord';
import { bundle, type Bundled } from '../authority/bundle';
import type { Counted } from '../authority/recordParts';
import type { Language } from '../letters/head';
import type { Issue } from '../shared/errors';
import { earliest } from '../shared/instant';
import { canonical, type Json } from '../shared/jcs';
import { type Filing, moveAuthority } from './authority';
import { authorityRegion, type ControllerCase } from './case';
import { withCase } from './caseSays';
import { stageAllows } from './transitions';

/** What of a case decides whether an authority is told of it together with others (rule E8). */
const bundled = ({ clock, record, nature }: ControllerCase): Bundled => ({
  awareAt: clock.t0,
  data: record.data ?? [],
  sensitive: record.sensitive ?? [],
  natures: record.natures ?? nature,
  origins: record.origins ?? [],
});

/** Every reason why these cases are not told of in one notification; pointers into `bundledWith`, which the others are. */
export function togetherIssues(one: ControllerCase, others: readonly ControllerCase[]): Issue[] {
  const told = bundle([one, ...others].map(bundled));
  if (told.ok || told.error.code !== 'input.invalid') return [];
  return told.error.issues.map(({ pointer, message }) => {
    const place = Number(pointer.split('/')[1] || 0);
    return { pointer: place === 0 ? '/bundledWith' : `/bundledWith/${place - 1}`, message };
  });
}

/** Whether an authority may be told of two cases at once: it was told of neither, or of both together, as far of one as of the other. */
export const fitsWith = (one: ControllerCase, other: ControllerCase): boolean =>
  one.id !== other.id &&
  one.opened.exercise === other.opened.exercise &&
  [one, other].every(({ stage }) => stageAllows(stage, 'authority.file')) &&
  ([one, other].every((each) => authorityRegion(each) === 'PENDING') || goOnTogether(one, other)) &&
  togetherIssues(one, [other]).length === 0;

/** One notification told an authority of both, and what completes it can tell of both again. */
const goOnTogether = (one: ControllerCase, other: ControllerCase): boolean =>
  one.authorities.some(
    (mine) =>
      moveAuthority(mine, 'file.final') !== null &&
      other.authorities.some(({ authorityId, state }) => authorityId === mine.authorityId && state === mine.state) &&
      mine.filings.some(
        (filing) =>
          filing.bundle?.some(({ caseId }) => caseId === other.id) &&
          holds(other, { ...filing, authorityId: mine.authorityId }),
      ),
  );

type Together = Filing & { authorityId: string; bundle: NonNullable<Filing['bundle']> };

/** What was filed for several cases at once, where this case was the first of them. */
export const bundlesOf = ({ id, authorities }: ControllerCase): Together[] =>
  authorities.flatMap(({ authorityId, filings }) =>
    filings.flatMap(({ bundle: all = [], ...filing }) =>
      all[0]?.caseId === id ? [{ ...filing, authorityId, bundle: all }] : [],
    ),
  );

/** Whether the file of a case holds what was filed, together or by hand: its receipt says which it is. */
export const holds = (
  { authorities }: ControllerCase,
  filed: Pick<Together, 'authorityId' | 'type' | 'sentAt' | 'receiptNumber'>,
): boolean =>
  authorities.some(
    ({ authorityId, filings }) =>
      authorityId === filed.authorityId &&
      filings.some(
        ({ type, sentAt, receiptNumber }) =>
          type === filed.type && sentAt === filed.sentAt && receiptNumber === filed.receiptNumber,
      ),
  );

/** A case as a notification tells of it, with what it knows itself; of several: known since the earliest, with what they say between them. */
export function together(
  one: ControllerCase,
  others: readonly ControllerCase[],
  language: Language = 'fr',
): ControllerCase {
  if (others.length === 0) return withCase(one, language);
  const all = [one, ...others].map((each) => withCase(each, language));
  const t0 = earliest(one.clock.t0, ...others.map(({ clock }) => clock.t0));
  const fields = new Set(all.flatMap(({ record }) => Object.keys(record) as RecordField[]));
  const record = Object.fromEntries([...fields].map((field) => [field, between(field, all)]));
  return { ...one, clock: { ...one.clock, t0, awareAt: t0 }, record: record as BreachRecord, takenFrom: {} };
}

const TEXTS: readonly RecordField[] = [
  'datesComment',
  'delayText',
  'description',
  'consequencesText',
  'discovery',
  'harmsText',
  'lessons',
  'measuresBefore',
  'otherData',
  'otherPersons',
  'recoverableData',
];
const NUMBERS: readonly RecordField[] = ['informedCount', 'persons', 'records'];

/** What all say alike; lists and texts one after another, numbers in sum; else nothing: a person has to say it. */
function between(field: RecordField, all: readonly ControllerCase[]): Json {
  const values = all.map(({ record }) => (record[field] ?? null) as Json);
  const [first = null, ...others] = values;
  if (NUMBERS.includes(field)) return sum(values as (Counted | null)[]);
  if (others.every((value) => canonical(value) === canonical(first))) return first;
  if (values.every((value) => Array.isArray(value))) return unique(values.flat());
  if (!TEXTS.includes(field)) return null;
  return all
    .flatMap(({ reference }, index) => (values[index] ? [`${reference}: ${String(values[index])}`] : []))
    .join('\n');
}

function sum(numbers: readonly (Counted | null)[]): Counted | null {
  const known = numbers.flatMap((one) => (one !== null && 'count' in one ? [one] : []));
  if (known.length < numbers.length) return numbers.includes(null) ? null : { amount: 'unknown' };
  const amount = known.every((one) => one.amount === 'exact') ? 'exact' : 'approx';
  return { amount, count: known.reduce((total, { count }) => total + count, 0) };
}

const unique = (values: readonly Json[]): Json[] => [
  ...new Map(values.map((value) => [canonical(value), value])).values(),
];
