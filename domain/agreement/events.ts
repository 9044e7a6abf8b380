import { z } from 'zod';
import { attemptEvent, Deliverable, outcomeEvent, reportEvent } from '../delivery/events';
import { erasable } from '../shared/erasable';
import { Language } from '../letters/head';
import { Instant } from '../shared/instant';
import { StoredLine, StoredText } from '../shared/stored';
import { Calendar } from '../deadline/calendar';
import { AnyAnnex1 } from './annex1';
import { CalendarDate } from './annex1Parties';
import { Terms } from './terms';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One version of an agreement. What clocks read (terms, dates, zone, calendar) stands beside the document, whose names and
 * addresses can be erased.
 */
export const VersionRecorded = z.strictObject({
  partyId: z.string().min(1).meta({ description: 'record of the controller, opaque' }),
  reference: StoredLine,
  version: z.int().positive(),
  inForceFrom: CalendarDate,
  endsOn: CalendarDate,
  terms: Terms,
  language: Language,
  timeZone: StoredLine,
  calendar: Calendar,
  documentHash: Sha256.meta({ description: 'SHA-256 of the canonical document (RFC 8785)' }),
  document: erasable(AnyAnnex1),
  contactIds: z.array(z.string().min(1)).nullable().default(null).meta({
    description:
      'who each contact is over the versions, so that erasing one renames nobody; null: it follows from them',
  }),
});
export type VersionRecorded = z.infer<typeof VersionRecorded>;

/** The processor's side is signed by its management, the controller's by a contact through its link. */
export const Signed = z.strictObject({
  version: z.int().positive(),
  side: z.enum(['processor', 'controller']),
  signerId: z.string().min(1).meta({ description: 'person, or contact of the version in force' }),
  documentHash: Sha256,
  signedAt: Instant,
  name: erasable(StoredLine),
  function: erasable(StoredLine),
});
export type Signed = z.infer<typeof Signed>;

/** The closed list of what a journal can say about an agreement. */
export const AgreementEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agreement.recorded'), values: VersionRecorded }),
  z.object({ type: z.literal('agreement.amendmentProposed'), values: VersionRecorded }),
  z.object({ type: z.literal('agreement.signed'), values: Signed }),
  z.object({
    type: z.literal('agreement.linkIssued'),
    values: z.strictObject({
      version: z.int().positive(),
      contactId: z.string().min(1).meta({ description: 'contact of the version in force, who alone gets the link' }),
      deliverable: Deliverable.nullable()
        .default(null)
        .meta({ description: 'the mail that carries it; the first versions sent it once and kept nothing' }),
    }),
  }),
  z.object({
    type: z.literal('agreement.secretIssued'),
    values: z.strictObject({
      contactId: z.string().min(1).meta({ description: 'whose webhooks are signed by it' }),
      secretId: z.string().min(1).meta({ description: 'opaque; the secret itself is in no entry' }),
      earlierUntil: Instant.meta({ description: 'until then the secrets before it sign too' }),
    }),
  }),
  z.object({
    type: z.literal('agreement.tied'),
    values: z.strictObject({
      organisationId: z.string().min(1).nullable().meta({
        description: 'the controller is this organisation of the same installation; null: tied no longer',
      }),
      key: z.string().min(1).max(400).nullable().meta({ description: 'its own key, by which it was named' }),
      exchangeUrl: StoredLine.nullable().default(null).meta({
        description: 'where its own installation takes our notices; null: this one, or older',
      }),
      reason: erasable(StoredText),
    }),
  }),
  z.object({
    type: z.literal('agreement.contactsTested'),
    values: z.strictObject({
      version: z.int().positive().meta({ description: 'version of the agreement whose addresses are tried' }),
      deliverables: z.array(Deliverable).min(1).meta({ description: 'one test message a contact and channel' }),
    }),
  }),
  z.object({
    type: z.literal('agreement.contactConfirmed'),
    values: z.strictObject({
      deliverableId: z.string().min(1).meta({ description: 'the test message whose link was used' }),
    }),
  }),
  z.object({
    type: z.literal('agreement.contactCalled'),
    values: z.strictObject({
      version: z.int().positive().meta({ description: 'version of the agreement whose number was called' }),
      contactId: z.string().min(1),
      reached: z.boolean(),
    }),
  }),
  attemptEvent,
  outcomeEvent,
  reportEvent,
  z.object({
    type: z.literal('agreement.amendmentWithdrawn'),
    values: z.strictObject({ version: z.int().positive(), reason: erasable(StoredText) }),
  }),
]);
export type AgreementEvent = z.infer<typeof AgreementEvent>;
