import { z } from 'zod';
import { Instant } from '../shared/instant';
import { Head, Link, Words } from './head';
import { ToldLetter } from './toldLetter';
import { RegimeId, StageId } from '../regime/vocabulary';
import { Role } from '../shared/roles';

/** What a person of the organisation is asked to do. */
export const Task = z.enum([
  'sendNotice',
  'giveLateReason',
  'completeItems',
  'completeItemsOrSayWhy',
  'confirmClock',
  'callContact',
  'callDataProtectionOfficer',
  'reviewSecrecy',
  'answerQuestion',
  'readAcknowledgement',
  'awaitMeasure',
  'readMeasureAnswer',
  'readHeldItem',
  'decideMeasure',
  'triage',
  'investigate',
  'decideBreach',
  'approve',
  'reviewBreakGlass',
  'readSubNotice',
  'sayWhomItTouches',
  'passOnSubNotice',
  'judgeSubProcessor',
  'checkDelivery',
  'closeCase',
  'watchdogSent',
  'qualifyCase',
  'reassessRisk',
  'decideRisk',
  'proposeInitial',
  'notifyAuthority',
  'notifyAuthorityLate',
  'complementAuthority',
  'answerAuthority',
  'awaitProcessor',
  'draftToPersons',
  'tellPersons',
  'tellAnew',
  'reachPersons',
  'endHold',
  'addressesGo',
  'completeRecord',
  'meetRegime',
  'closeWithAuthority',
  'withdrawAuthority',
]);
export type Task = z.infer<typeof Task>;

const Call = z.strictObject({ name: Words, phone: Words });

/** Of our own house; `declarant`: who signalled the incident. */
const Colleague = Call.extend({ declarant: z.literal(true).optional() });

/** To a member of the organisation: what is due, when, what the machine will do alone. */
export const ReminderLetter = z.strictObject({
  head: Head,
  to: Words.meta({ description: 'name of the person' }),
  controller: Words.nullable().meta({ description: 'null where one incident, not one notice, is meant' }),
  task: Task,
  percent: z.int().min(0).max(100).nullable().meta({ description: 'part of the time that has passed' }),
  startedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  provisional: z.boolean(),
  automaticAt: Instant.nullable().meta({ description: 'when the protective notice leaves by itself' }),
  detail: Words.nullable().meta({ description: 'one line, e.g. which items or which reply code' }),
  documents: z.int().min(0).meta({ description: 'that go with the question that is meant' }),
  /** What another law asks for, with the task `meetRegime`; null for every other task. */
  stage: z.strictObject({ regime: RegimeId, id: StageId }).nullable(),
  /** What the watchdog has sent in the engine's place, told with the task `watchdogSent`: by role, never by name. */
  sent: z
    .strictObject({
      at: Instant,
      roles: z.array(z.enum(['dpo', 'on-call', 'security', 'management', 'legal', 'other'])),
    })
    .nullable(),
  told: ToldLetter.nullable().meta({ description: 'what a controller’s case was told; null where no news is meant' }),
  calls: z.array(Call).meta({ description: 'contacts of the controller, in the contract’s order' }),
  colleagues: z.array(Colleague).meta({ description: 'whom the reader can call back in the house' }),
  link: Link,
});
export type ReminderLetter = z.infer<typeof ReminderLetter>;

/** What to read to one of our own people on the telephone when nobody has sent near the limit (90 % of the time). */
export const StaffCall = z.strictObject({
  head: Head,
  to: Words.meta({ description: 'name of the person' }),
  phone: Words,
  controller: Words,
  startedAt: Instant,
  dueAt: Instant,
  provisional: z.boolean(),
  automaticAt: Instant.nullable().meta({ description: 'when the protective notice leaves by itself' }),
  link: Link.meta({ description: 'where the notice is sent from, and the call recorded' }),
});
export type StaffCall = z.infer<typeof StaffCall>;

/** To management and DPO at once (duty S4-02). */
export const AlertLetter = z.strictObject({
  head: Head,
  to: Words,
  alertedAt: Instant,
  source: Words,
  text: Words.meta({ description: 'what was signalled; stays inside the organisation' }),
  dueAt: Instant.nullable().meta({ description: 'earliest limit that may run, null if none yet' }),
  colleagues: z.array(Colleague).meta({ description: 'whom the reader can call back in the house' }),
  link: Link,
});
export type AlertLetter = z.infer<typeof AlertLetter>;

/** To whoever signalled: a number and what comes next. */
export const ReceiptLetter = z.strictObject({
  head: Head,
  receivedAt: Instant,
  text: Words,
  calls: z.array(Call),
});
export type ReceiptLetter = z.infer<typeof ReceiptLetter>;

/** Sent by an administrator to try the relay. Says nothing of any incident. */
export const RelayTestLetter = z.strictObject({ head: Head, relay: Words, nonce: Words });
export type RelayTestLetter = z.infer<typeof RelayTestLetter>;

/** To every director: a key to the house was handed out, so that nobody hands one out unseen. */
export const TokenAlarmLetter = z.strictObject({
  head: Head,
  to: Words,
  holder: Words.meta({ description: 'name of the person or machine' }),
  roles: z.array(Role).min(1).meta({ description: 'written in words' }),
  issuedBy: Words,
  issuedAt: Instant,
  expiresAt: Instant,
  link: Link,
});
export type TokenAlarmLetter = z.infer<typeof TokenAlarmLetter>;

/** To the team of an exercise: what is told now. To DPO and management: that the next one is due. */
export const ExerciseLetter = z.strictObject({
  head: Head,
  to: Words,
  what: z.enum(['inject', 'due']),
  text: Words.nullable().meta({ description: 'what is told; null where one is only due' }),
  dueAt: Instant.nullable().meta({ description: 'until when the next one is to be held' }),
  link: Link,
});
export type ExerciseLetter = z.infer<typeof ExerciseLetter>;

/** To incident managers and DPO: contacts of these contracts have yet to be tried, or a test of them failed. */
export const ContactsDueLetter = z.strictObject({
  head: Head,
  to: Words,
  agreements: z
    .array(z.strictObject({ reference: Words, controller: Words, ways: z.int().positive() }))
    .min(1)
    .meta({ description: 'how many ways of each contract ask for a test' }),
  link: Link,
});
export type ContactsDueLetter = z.infer<typeof ContactsDueLetter>;

/** To management (and the DPO where the journal itself is in doubt): a person must look, no machine can mend it. */
export const HouseAlarmLetter = z.strictObject({
  head: Head,
  to: Words,
  cause: z.enum(['entryUnreadable', 'signingRefused', 'entryChanged']),
  seq: z.int().positive().meta({ description: 'number of the entry that it is about' }),
  link: Link,
});
export type HouseAlarmLetter = z.infer<typeof HouseAlarmLetter>;
