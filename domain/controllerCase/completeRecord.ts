import { z } from 'zod';
import type { BreachRecord, RecordField } from '../authority/breachRecord';
import type { ControllerCase } from './case';

/** From where an answer is taken that nobody gave in the case itself. */
export const RecordOrigin = z.enum(['incident']);
export type RecordOrigin = z.infer<typeof RecordOrigin>;

/** Of each field of a record that was taken over: from where. */
export type TakenFrom = Readonly<Partial<Record<RecordField, RecordOrigin>>>;

/** Of a pointer into the record; null where persons said it here, or nobody did. */
export const takenAt = (takenFrom: TakenFrom, pointer: string): RecordOrigin | null =>
  takenFrom[pointer.split('/')[1] as RecordField] ?? null;

/** The record with what is taken over where persons are silent, and which fields that are. */
export function completeRecord({ said, taken }: Pick<ControllerCase, 'said' | 'taken'>): {
  record: BreachRecord;
  takenFrom: TakenFrom;
} {
  const silent = (field: string): boolean => (said[field as RecordField] ?? null) === null;
  const added = Object.entries(taken?.record ?? {}).filter(([field, value]) => value !== null && silent(field));
  return {
    record: { ...said, ...Object.fromEntries(added) },
    takenFrom: Object.fromEntries(added.map(([field]) => [field, 'incident' as const])),
  };
}
