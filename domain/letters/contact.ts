import { z } from 'zod';
import { Severity } from '../incident/vocabulary';
import { Nature } from '../deadline/breachClock';
import { TransferCause, Unagreed } from '../transfer/events';
import { Instant } from '../shared/instant';
import { Addressee, Contact, Head, Link, Words } from './head';
import { Standing } from './standing';

/** To a contact who has not acknowledged yet. Tells nothing that the notice has not told. */
export const ContactReminderLetter = z.strictObject({
  head: Head.extend({ version: z.int().positive() }),
  addressee: Addressee,
  sentAt: Instant,
  authorityDueAt: Instant,
  contacts: z.array(Contact).min(1),
  link: Link,
});
export type ContactReminderLetter = z.infer<typeof ContactReminderLetter>;

/** To the contact who asked: the answer waits behind its link. Neither question nor answer is in a mail. */
export const ContactAnswerLetter = z.strictObject({
  head: Head.extend({ version: z.int().positive() }),
  addressee: Addressee,
  askedAt: Instant,
  answeredAt: Instant,
  documents: z.int().min(0).meta({ description: 'that go with the answer' }),
  contacts: z.array(Contact).min(1),
  link: Link,
});
export type ContactAnswerLetter = z.infer<typeof ContactAnswerLetter>;

/** To a contact whose word on a protective measure is awaited. What is to be done waits behind its link. */
export const ContactMeasureLetter = z.strictObject({
  head: Head.extend({ version: z.int().positive() }),
  addressee: Addressee,
  proposedAt: Instant,
  dueAt: Instant,
  urgent: z.boolean(),
  contacts: z.array(Contact).min(1),
  link: Link,
});
export type ContactMeasureLetter = z.infer<typeof ContactMeasureLetter>;

/** To the contact who signs an amendment for the controller: the only way by which the link reaches anybody. */
export const SigningLinkLetter = z.strictObject({
  head: Head.extend({ version: z.int().positive() }),
  addressee: Addressee,
  expiresAt: Instant,
  link: Link,
});
export type SigningLinkLetter = z.infer<typeof SigningLinkLetter>;

/** To a contact, to see whether this way reaches it: a test, and no breach. It tells of nothing else. */
export const ContactTestLetter = z.strictObject({
  head: Head.extend({ version: z.int().positive() }),
  addressee: Addressee,
  expiresAt: Instant,
  link: Link,
});
export type ContactTestLetter = z.infer<typeof ContactTestLetter>;

/** To a contact of a controller, at once: a weakness was proved, whether or not anybody has used it (duty S3-10). */
export const VulnerabilityLetter = z.strictObject({
  head: Head,
  addressee: Addressee,
  provenAt: Instant,
  severity: Severity,
  identifier: Words.nullable(),
  text: Words.nullable().meta({ description: 'null: erased, or it names another controller: it is told by telephone' }),
  systems: z.array(Words),
  contacts: z.array(Contact),
  link: Link.nullable().meta({ description: 'where it is acknowledged; null: it is read on the telephone' }),
});
export type VulnerabilityLetter = z.infer<typeof VulnerabilityLetter>;

/** To a contact of a controller, at once: data are demanded, or what a transfer rests on has changed (duty S3-17). */
export const TransferLetter = z.strictObject({
  head: Head,
  addressee: Addressee,
  cause: TransferCause,
  knownAt: Instant,
  source: Words.nullable().meta({
    description: 'who demands, or which instrument; null: erased, or told by telephone',
  }),
  text: Words.nullable().meta({ description: 'null: erased, or it names another controller: it is told by telephone' }),
  countries: z.array(Words).meta({ description: 'of a transfer outside: where to, ISO 3166-1 alpha-2' }),
  unagreed: Unagreed.nullable().meta({ description: 'of a transfer outside: why no agreement allows it' }),
  forbiddenUntil: Instant.nullable().meta({ description: 'until when the law forbade to tell; null: it did not' }),
  contacts: z.array(Contact),
  link: Link.nullable().meta({ description: 'where it is acknowledged; null: it is read on the telephone' }),
});
export type TransferLetter = z.infer<typeof TransferLetter>;

/** What a person of the organisation reads out on the phone, and what to write down. */
export const PhoneScript = z.strictObject({
  head: Head.extend({ version: z.int().positive() }),
  addressee: Addressee,
  phone: Words,
  reason: z.enum(['channel', 'deliveryFailed', 'noAcknowledgement']),
  about: z.enum(['breach', 'withdrawal', 'report']).meta({ description: 'report: of an incident that is no breach' }),
  standing: Standing,
  types: z.array(Nature),
  awareAt: Instant.nullable(),
  mailed: z.boolean().meta({ description: 'the same leaves to this contact by mail at the same time' }),
  sentAt: Instant.nullable().meta({ description: 'null: nothing has reached the contact in writing' }),
  authorityDueAt: Instant.nullable(),
  contacts: z.array(Contact).min(1),
  link: Link.nullable().meta({ description: 'page where the call is recorded' }),
});
export type PhoneScript = z.infer<typeof PhoneScript>;
