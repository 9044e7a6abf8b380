import { z } from 'zod';
import { BreachRecord, type RecordField } from '../authority/breachRecord';
import type { ControllerCase } from './case';
import { toldRecord } from './processorSays';
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

/**
 * The record with what is taken over where persons are silent, and which fields that are. An assessment was made of this very
 * case, and stands before the incident and before what the processor says.
 */
export function completeRecord({
  said,
  taken,
  informed,
  scores,
}: Pick<ControllerCase, 'said' | 'taken' | 'informed' | 'scores'>): {
  record: BreachRecord;
  takenFrom: TakenFrom;
} {
  const score = scores.at(-1);
  const known: readonly (readonly [RecordOrigin, BreachRecord])[] = [
    ['incident', taken?.record ?? {}],
    ['notice', toldRecord({ informed })],
    ['score', score === undefined ? {} : scoredRecord(score)],
  ];
  const silent = (field: string): boolean => (said[field as RecordField] ?? null) === null;
  const added = known.flatMap(([origin, record]) =>
    Object.entries(record)
      .filter(([field, value]) => value !== null && silent(field))
      .map(([field, value]) => ({ field, value, origin })),
  );
  return {
    record: { ...said, ...Object.fromEntries(added.map(({ field, value }) => [field, value])) },
    takenFrom: Object.fromEntries(added.map(({ field, origin }) => [field, origin])),
  };
}
