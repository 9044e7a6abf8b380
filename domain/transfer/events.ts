import { z } from 'zod';
import { tellingEvents, ToldOf } from '../atOnce/events';
import { Deliverable } from '../delivery/events';
import { Touched } from '../incident/vocabulary';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { StoredLine, StoredText } from '../shared/stored';

/**
 * Why data may leave otherwise than was agreed (duty S3-17). `compulsion`: a law, a court or an authority demands that they
 * are disclosed or transferred. `instrument`: what a transfer rests on changes, is suspended or falls away.
 */
export const TransferCause = z.enum(['compulsion', 'instrument']);
export type TransferCause = z.infer<typeof TransferCause>;

/** What was demanded or has changed, and whether the law forbids to tell of it. */
export const Recorded = z.strictObject({
  cause: TransferCause,
  knownAt: Instant,
  touched: z.array(Touched).max(200).meta({ description: 'agreements whose controllers are told' }),
  secret: z.boolean().meta({ description: 'the law forbids to tell of it' }),
  secretUntil: Instant.nullable().meta({ description: 'when it no longer does; null: nobody knows, or it never did' }),
  source: erasable(StoredLine),
  text: erasable(StoredText),
  ground: erasable(StoredText),
});
export type Recorded = z.infer<typeof Recorded>;

export const Prolonged = z.strictObject({
  until: Instant.nullable().meta({ description: 'null: nobody knows' }),
  ground: erasable(StoredText),
});
export const Released = z.strictObject({ releasedAt: Instant, how: erasable(StoredText) });
/** Whether the law still forbids to tell is asked of those who answer for it: a secrecy without an end is never forgotten. */
export const ReviewAsked = z.strictObject({ deliverables: z.array(Deliverable) });
export const Closed = z.strictObject({ closedAt: Instant, outcome: erasable(StoredText) });

/** The closed list of what a journal can say of a transfer that was not agreed. */
export const TransferEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('transfer.recorded'), values: Recorded }),
  z.object({ type: z.literal('transfer.prolonged'), values: Prolonged }),
  z.object({ type: z.literal('transfer.released'), values: Released }),
  z.object({ type: z.literal('transfer.reviewAsked'), values: ReviewAsked }),
  z.object({ type: z.literal('transfer.told'), values: ToldOf }),
  z.object({ type: z.literal('transfer.closed'), values: Closed }),
  ...tellingEvents,
]);
export type TransferEvent = z.infer<typeof TransferEvent>;
