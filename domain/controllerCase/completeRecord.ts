import { z } from 'zod';
import type { BreachRecord, RecordField } from '../authority/breachRecord';
import type { ControllerCase } from './case';
import { scoredRecord } from './scoredRecord';

/** From where an answer is taken that nobody gave in the case itself: our own incident, or the newest assessment. */
export const RecordOrigin = z.enum(['incident', 'score']);
export type RecordOrigin = z.infer<typeof RecordOrigin>;

/** Of each field of a record that was taken over: from where. */
export type TakenFrom = Readonly<Partial<Record<RecordField, RecordOrigin>>>;

/** Of a pointer into the record; null where persons said it here, or nobody did. */
export const takenAt = (takenFrom: TakenFrom, pointer: string): RecordOrigin | null =>
  takenFrom[pointer.split('/')[1] as RecordField] ?? null;

/**
 * The record with what is taken over where persons are silent, and which fields that are. An assessment was made of this very
 * case, and stands before the incident.
 */
export function completeRecord({ said, taken, scores }: Pick<ControllerCase, 'said' | 'taken' | 'scores'>): {
  record: BreachRecord;
  takenFrom: TakenFrom;
} {
  const score = scores.at(-1);
  const known: readonly (readonly [RecordOrigin, BreachRecord])[] = [
    ['incident', taken?.record ?? {}],
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
