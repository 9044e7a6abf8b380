import { z } from 'zod';
import { BreachRecord, type RecordField } from '../authority/breachRecord';
import type { Json } from '../shared/jcs';
import type { ControllerCase } from './case';
import { processorSays } from './processorSays';
import { isFilled } from './recordRegion';
import { scoredRecord } from './scoredRecord';

/**
 * From where an answer is taken that nobody gave in the case itself: our own incident, the processor's notice, the newest
 * assessment, what the organisation says of itself, or what the case knows of its own course.
 */
export const RecordOrigin = z.enum(['incident', 'notice', 'score', 'organisation', 'case']);
export type RecordOrigin = z.infer<typeof RecordOrigin>;

/** Of each field of a record that was taken over: from where. */
export type TakenFrom = Readonly<Partial<Record<RecordField, RecordOrigin>>>;

/** The field that a pointer into the record leads to. */
export const recordFieldAt = (pointer: string): RecordField => pointer.split('/')[1] as RecordField;

/**
 * From where an answer of a form is: `said` in the case's own record, or taken over; what is no field of the record is the
 * case's. Null: the form's own choice.
 */
export function originAt({ takenFrom }: { takenFrom: TakenFrom }, pointer: string): RecordOrigin | 'said' | null {
  const field = recordFieldAt(pointer);
  if (pointer === '/type') return null;
  return Object.hasOwn(BreachRecord.shape, field) ? (takenFrom[field] ?? 'said') : 'case';
}

type Tellers = Pick<ControllerCase, 'said' | 'saidAt' | 'taken' | 'informed' | 'scores'>;
type Fact = { field: RecordField; value: Json; origin: RecordOrigin; since: number };

/** What our own incident says and then what the processor does, field by field; `since`: the entry that told it. */
const factsOf = ({ taken, informed }: Pick<Tellers, 'taken' | 'informed'>): Fact[] => [
  ...fieldsOf(taken?.record ?? {}).map(([field, value]) => {
    return { field, value, origin: 'incident' as const, since: taken?.toldAt[field] ?? 0 };
  }),
  ...processorSays({ informed }).map(({ field, value, since }) => ({ field, value, origin: 'notice' as const, since })),
];

const fieldsOf = (record: BreachRecord): [RecordField, Json][] =>
  (Object.entries(record) as [RecordField, Json | undefined][]).flatMap(([field, value = null]) =>
    value === null ? [] : [[field, value]],
  );

/** Told after this assessment, so that it could not know of it; that nobody knows, or an empty list, tells nothing. */
const isNewerThan =
  (score: ControllerCase['scores'][number] | undefined) =>
  ({ field, value, since }: Pick<Fact, 'field' | 'value' | 'since'>): boolean =>
    score !== undefined && since > score.seq && isFilled({ [field]: value }, field);

/** Fields of which something was told, or said in the case, after its newest assessment; none where none was made. */
export function toldAfterScore(one: Tellers): ReadonlySet<RecordField> {
  const isNewer = isNewerThan(one.scores.at(-1));
  const said = fieldsOf(one.said).map(([field, value]) => ({ field, value, since: one.saidAt[field] ?? 0 }));
  return new Set([...factsOf(one), ...said].filter(isNewer).map(({ field }) => field));
}

/**
 * The record with what is taken over where persons are silent, and which fields that are. An assessment was made of this very
 * case, and stands before what the incident and the processor said until then; what they told since stands before it.
 */
export function completeRecord(one: Omit<Tellers, 'saidAt'>): { record: BreachRecord; takenFrom: TakenFrom } {
  const { said, scores } = one;
  const score = scores.at(-1);
  const isNewer = isNewerThan(score);
  const facts = factsOf(one);
  const scored = fieldsOf(score === undefined ? {} : scoredRecord(score)).map(([field, value]) => {
    return { field, value, origin: 'score' as const };
  });
  const known = [...facts.filter((fact) => !isNewer(fact)), ...scored, ...facts.filter(isNewer)];
  const added = known.filter(({ field }) => (said[field] ?? null) === null);
  return {
    record: { ...said, ...Object.fromEntries(added.map(({ field, value }) => [field, value])) },
    takenFrom: Object.fromEntries(added.map(({ field, origin }) => [field, origin])),
  };
}
