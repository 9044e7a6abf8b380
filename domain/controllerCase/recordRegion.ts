import { z } from 'zod';
import type { BreachRecord, RecordField } from '../authority/breachRecord';
import type { ControllerCase } from './case';

/** The record of a breach that GDPR Art 33(5) asks for: READY once each field is filled, or excused with a reason. */
export type RecordRegion = 'OPEN' | 'READY';

/**
 * Fields that the record needs (domain rules 2.5): facts, effects and remedial action. What the case itself knows
 * (instants, decisions, notices, receipts, processors) stands in its entries; lessons are asked for when it closes.
 */
export const RecordNeed = z.enum([
  'period',
  'foundBy',
  'natures',
  'origins',
  'causes',
  'description',
  'systems',
  'processings',
  'data',
  'records',
  'personCategories',
  'persons',
  'becameOfData',
  'recoverableData',
  'harms',
  'gravity',
  'measuresBefore',
  'measuresAfter',
]) satisfies z.ZodType<RecordField>;
export type RecordNeed = z.infer<typeof RecordNeed>;

/** Why a field is left open for good; it counts while nothing is said there. */
export type Excuse = { field: RecordNeed; reason: string | null; seq: number; at: string };

/** `knownBy`: of what is missing, by when it will be known, if somebody said so. */
export type Need = {
  field: RecordNeed;
  state: 'filled' | 'excused' | 'missing';
  reason: string | null;
  knownBy: string | null;
};

/** Fields of which "none" is an answer. */
const MAY_BE_EMPTY: readonly RecordField[] = ['measuresAfter'];

/** Whether a field says something: a number that is not known at this stage, or an empty list, does not yet. */
export function isFilled(record: BreachRecord, field: RecordField): boolean {
  const value = record[field] ?? null;
  if (value === null) return false;
  if (Array.isArray(value)) return value.length > 0 || MAY_BE_EMPTY.includes(field);
  return !(typeof value === 'object' && 'amount' in value && value.amount === 'unknown');
}

type Recorded = Pick<ControllerCase, 'record' | 'excuses' | 'awaits'>;

/** Where each field stands, in the order in which the form asks. Of an excuse and a date for the answer the later counts. */
export const needsOf = ({ record, excuses, awaits }: Recorded): Need[] =>
  RecordNeed.options.map((field): Need => {
    if (isFilled(record, field)) return { field, state: 'filled', reason: null, knownBy: null };
    const excuse = excuses.findLast((one) => one.field === field);
    const awaited = awaits.find((one) => one.field === field);
    return excuse === undefined || (awaited !== undefined && awaited.seq > excuse.seq)
      ? { field, state: 'missing', reason: null, knownBy: awaited?.knownBy ?? null }
      : { field, state: 'excused', reason: excuse.reason, knownBy: null };
  });

export const missingOf = (one: Recorded): RecordNeed[] =>
  needsOf(one).flatMap(({ field, state }) => (state === 'missing' ? [field] : []));

export const recordRegion = (one: Recorded): RecordRegion => (missingOf(one).length === 0 ? 'READY' : 'OPEN');
