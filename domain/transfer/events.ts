import { z } from 'zod';
import { tellingEvents, ToldOf } from '../atOnce/events';
import { CalendarDate } from '../agreement/annex1Parties';
import { Deliverable } from '../delivery/events';
import { Touched } from '../incident/vocabulary';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { StoredLine, StoredText } from '../shared/stored';

/**
 * Why data may leave otherwise than was agreed (duty S3-17). `compulsion`: a law, a court or an authority demands that they
 * are disclosed or transferred. `instrument`: what a transfer rests on changes, is suspended or falls away. `outside`: data
 * were transferred to other countries, agreed or not.
 */
export const TransferCause = z.enum(['compulsion', 'instrument', 'outside']);
export type TransferCause = z.infer<typeof TransferCause>;

/** Why no agreement allows a transfer. `notPrior`: the controller authorised it, but after it had begun. */
export const Unagreed = z.enum(['notAllowed', 'otherCountry', 'noSafeguards', 'notPrior']);
export type Unagreed = z.infer<typeof Unagreed>;

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
  countries: z
    .array(z.string())
    .max(100)
    .default([])
    .meta({ description: 'of `outside`: where to, ISO 3166-1 alpha-2' }),
  unagreed: Unagreed.nullable().default(null).meta({
    description: 'of `outside`: why no agreement allows it, as judged when it was recorded; null: one does',
  }),
  authorisedOn: CalendarDate.nullable().default(null).meta({
    description: 'day on which the controller authorised this very transfer, if it did',
  }),
  authorisedBy: erasable(StoredLine).default(null).meta({ description: 'who did, and by what paper' }),
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
