import { z } from 'zod';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { StoredLine, StoredText } from '../shared/stored';

const Id = z.string().min(1).max(200);

/** We told the processor that we have read a version. Its own journal holds its own entry of it. */
export const ProcessorAcknowledged = z.strictObject({
  version: z.int().positive().nullable().meta({ description: 'null: what came had no version' }),
  acknowledgedAt: Instant,
  name: erasable(StoredLine),
  function: erasable(StoredLine),
});
export type ProcessorAcknowledged = z.infer<typeof ProcessorAcknowledged>;

/** `dueAt`: the contract's working days, or hours where it is urgent (domain rules 7.4, `ask(proc)`). */
export const ProcessorAsked = z.strictObject({
  questionId: Id,
  askedAt: Instant,
  dueAt: Instant,
  urgent: z.boolean(),
  text: erasable(StoredText),
});

export const ProcessorAnswered = z.strictObject({ questionId: Id, answeredAt: Instant, text: erasable(StoredText) });
