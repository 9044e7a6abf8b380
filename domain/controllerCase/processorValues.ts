import { z } from 'zod';
import { Exchanges } from '../delivery/events';
import { PlaceOfActs } from '../regime/answer';
import { proposedValues, takenValues, verdictValues } from '../consultation/values';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { StoredLine, StoredText } from '../shared/stored';

const Id = z.string().min(1).max(200);

const Counted = PlaceOfActs.optional().meta({
  description: 'where the limit was counted: zone and calendar of the contract; older entries leave it out',
});

const ByItself = z
  .boolean()
  .default(false)
  .meta({ description: 'Vigie hands it to the processor, which is of the same installation' });

/** We told the processor that we have read a version. Its own journal holds its own entry of it. */
export const ProcessorAcknowledged = z.strictObject({
  version: z.int().positive().nullable().meta({ description: 'null: what came had no version' }),
  acknowledgedAt: Instant,
  name: erasable(StoredLine),
  function: erasable(StoredLine),
  byItself: ByItself,
  deliverables: Exchanges,
});
export type ProcessorAcknowledged = z.infer<typeof ProcessorAcknowledged>;

/** `dueAt`: the contract's working days, or hours where it is urgent (domain rules 7.4, `ask(proc)`). */
export const ProcessorAsked = z.strictObject({
  questionId: Id,
  askedAt: Instant,
  dueAt: Instant,
  urgent: z.boolean(),
  text: erasable(StoredText),
  byItself: ByItself,
  counted: Counted,
  deliverables: Exchanges,
});

export const ProcessorAnswered = z.strictObject({ questionId: Id, answeredAt: Instant, text: erasable(StoredText) });

/** The processor proposes a measure, to be decided with us by `dueAt`. */
export const ProcessorProposed = z.strictObject({
  ...proposedValues,
  proposedAt: Instant,
  dueAt: Instant,
  urgent: z.boolean(),
  counted: Counted,
});

/** Our word on it. The processor's own journal holds its own entry of it. */
export const ProcessorMeasureAnswered = z.strictObject({
  ...verdictValues,
  answeredAt: Instant,
  byItself: ByItself,
  via: z
    .enum(['account', 'link', 'call'])
    .default('account')
    .meta({ description: 'account, and older entries: said here; else a contact of ours said it to the processor' }),
  deliverables: Exchanges,
});

/** It took a measure without our word, and says why. */
export const ProcessorTook = z.strictObject({ ...takenValues, takenAt: Instant });

/** What became of handing an entry to the processor's own notice. */
export const ProcessorHanded = z.strictObject({
  about: z.int().positive().meta({ description: 'entry that was handed' }),
  result: z.enum(['taken', 'refused']),
});
