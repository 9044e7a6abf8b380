import { z } from 'zod';
import { ExchangeWhy } from '../exchange/why';
import { Instant } from '../shared/instant';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A contact of the agreement (`c1`…), a member of the organisation, who signalled the event, or another organisation whose
 * own installation is told. Never an address.
 */
export const Recipient = z.strictObject({
  kind: z.enum(['contact', 'person', 'declarant', 'organisation']),
  id: z.string().min(1),
});
export type Recipient = z.infer<typeof Recipient>;

export const Channel = z.enum(['email', 'phone', 'webhook', 'sms', 'exchange']);
export type Channel = z.infer<typeof Channel>;

/**
 * One thing that must leave, frozen before anything leaves: the stored bytes are what is sent, however often.
 * `email`, `webhook`, `sms` and `exchange` (to another installation) leave by themselves; `phone` is a task for a person, whose document is the text to read.
 */
export const Deliverable = z.strictObject({
  id: z.string().min(1).meta({ description: 'unique within its subject' }),
  to: Recipient,
  channel: Channel,
  documentId: Sha256.meta({ description: 'SHA-256 of the stored bytes' }),
  messageId: z
    .string()
    .meta({ description: 'RFC 5322 Message-ID or webhook-id, fixed for every repeat; empty for a call' }),
  envelopeId: z
    .string()
    .meta({ description: 'RFC 3461 ENVID, matched against delivery status notices; empty where no mail' }),
});
export type Deliverable = z.infer<typeof Deliverable>;

/** What an act tells the other side's own installation. */
export const Exchanges = z
  .array(Deliverable)
  .default([])
  .meta({ description: 'to the other side’s own installation; older entries do not say' });

export const Attempt = z.strictObject({
  deliverableId: z.string(),
  n: z.int().positive(),
  nonce: z.string().meta({ description: 'only the creator of this entry may act on it' }),
  leaseUntil: Instant,
});
export type Attempt = z.infer<typeof Attempt>;

/** `accepted`: relay, receiver or gateway took it (250, 2xx), which is not receipt. `caught`: the catching server; nobody outside was told. */
export const OutcomeResult = z.enum(['accepted', 'caught', 'deferred', 'refused', 'unknown']);
export type OutcomeResult = z.infer<typeof OutcomeResult>;

export const Outcome = z.strictObject({
  deliverableId: z.string(),
  n: z.int().positive(),
  result: OutcomeResult,
  replyCode: z.int().nullable().meta({ description: 'SMTP reply code or HTTP status, when there was one' }),
  exchange: z
    .strictObject({
      why: ExchangeWhy.nullable().meta({ description: 'why it was not taken; null: it was' }),
      receiptId: Sha256.nullable().meta({ description: 'SHA-256 of the signed receipt, stored as it came' }),
      receivedAt: Instant.nullable().meta({ description: 'when the other installation took it, as it signed' }),
    })
    .nullable()
    .default(null)
    .meta({ description: 'of a message to another installation alone' }),
});
export type Outcome = z.infer<typeof Outcome>;
/** As it is written: nothing is said of an exchange that is none. */
export type NewOutcome = z.input<typeof Outcome>;

/**
 * What a relay on the way says later (RFC 3464). `delivered`: it lies in the box. `relayed` and `expanded`: it went on to
 * where nobody reports, which proves no receipt. `failed`: a mail that was accepted never arrived.
 */
export const ReportAction = z.enum(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
export type ReportAction = z.infer<typeof ReportAction>;

/** Anybody can forge a report: it adds a proof or opens another way, and never moves a clock later. */
export const Report = z.strictObject({
  deliverableId: z.string(),
  action: ReportAction,
  status: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
    .meta({ description: 'enhanced status code, RFC 3463' }),
  documentId: Sha256.meta({ description: 'SHA-256 of the raw report, stored as it came' }),
});
export type Report = z.infer<typeof Report>;

/** Somebody asks for the same bytes to leave once more. */
export const ReplayAsked = z.strictObject({ deliverableId: z.string() });

/** Entry types that any subject with deliverables may hold. */
export const attemptEvent = z.object({ type: z.literal('delivery.attempt'), values: Attempt });
export const outcomeEvent = z.object({ type: z.literal('delivery.outcome'), values: Outcome });
export const reportEvent = z.object({ type: z.literal('delivery.reported'), values: Report });
export const replayEvent = z.object({ type: z.literal('delivery.replayAsked'), values: ReplayAsked });
