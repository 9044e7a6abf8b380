import { z } from 'zod';
import { MeasureAnswered, MeasureProposed, MeasureTaken } from '../consultation/values';
import { Nature } from '../deadline/breachClock';
import { attemptEvent, Deliverable, Exchanges, outcomeEvent, replayEvent, reportEvent } from '../delivery/events';
import { Reached } from '../delivery/reached';
import { AlongWith, FileKept } from '../file/kept';
import { BreachCause, BreachOrigin } from '../incident/vocabulary';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { Role } from '../shared/roles';
import { StoredLine, StoredText } from '../shared/stored';
import { ItemName, StoredDraft, StoredItems } from './items';
import { Unserved } from './unserved';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const NoticeOpened = z.strictObject({
  purpose: z.enum(['breach', 'incidentReport']),
  reference: z.string().meta({ description: 'random: a running number would tell how busy others are' }),
  incidentId: z.string(),
  agreementId: z.string(),
  partyId: z.string(),
  exercise: z.boolean(),
  causeSeq: z.int().positive().nullable().meta({ description: 'entry that ordered a report; null for a breach' }),
});
export type NoticeOpened = z.infer<typeof NoticeOpened>;

/**
 * `items` is null for a withdrawal or a report, whose finding or facts are in `text`.
 * `protective` left by itself before the limit, `overdue` by itself at the limit, `report` tells of an incident
 * that is no breach (duty S3-08). Deliverables are the exact bytes for each contact and channel.
 */
export const VersionKind = z.enum(['initial', 'protective', 'overdue', 'supplement', 'withdrawal', 'report']);
export type VersionKind = z.infer<typeof VersionKind>;

/** The incident's closed-vocabulary facts as this version told them, so that the next one can say what changed. */
export const Told = z.strictObject({
  alertedAt: Instant.nullable(),
  detectedAt: Instant.nullable(),
  awareAt: Instant.nullable(),
  nature: z.array(Nature),
  cause: BreachCause,
  origin: BreachOrigin.nullable(),
  ongoing: z.enum(['yes', 'no', 'unknown']),
});
export type Told = z.infer<typeof Told>;

export const Version = z.strictObject({
  number: z.int().positive(),
  kind: VersionKind,
  automatic: z.boolean(),
  provisional: z.boolean().meta({ description: 'our own clock was provisional when this was frozen' }),
  toldCertain: z.boolean().default(false).meta({
    description: 'a sub-processor was certain of it while our own clock was provisional; older entries do not say',
  }),
  items: erasable(StoredItems),
  promises: z
    .array(z.strictObject({ item: z.enum(['c', 'd', 'e']), eta: Instant.nullable() }))
    .meta({ description: 'items to follow; apart from the texts, which can be erased' }),
  text: erasable(StoredText),
  lateReason: erasable(StoredText),
  held: z
    .array(ItemName)
    .default([])
    .meta({ description: 'items of the draft that a machine held back: each names another client; it is kept' }),
  told: Told,
  agreementVersion: z.int().positive(),
  t0: Instant.nullable(),
  dueAt: Instant.nullable(),
  pdfs: z
    .array(z.strictObject({ contactId: z.string(), pdfId: Sha256 }))
    .meta({ description: 'each contact’s PDF: it names the contact and its link' }),
  checkpointHash: Sha256.nullable().meta({ description: 'hash of the newest checkpoint when it was frozen' }),
  factsId: Sha256.nullable()
    .default(null)
    .meta({ description: 'what it says as values, kept apart; null: none, and in older entries' }),
  envelopesAt: Instant.nullable()
    .default(null)
    .meta({ description: 'what its envelopes give as `madeAt`; of older entries, when they were written' }),
  inside: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: 'organisation of this installation that it is handed to; older entries do not say' }),
  deliverables: z.array(Deliverable),
  ofMeasures: Exchanges,
  unserved: z
    .array(Unserved)
    .default([])
    .meta({ description: 'channels set and not served; older entries do not say' }),
});
export type Version = z.infer<typeof Version>;

/**
 * `watchdog`: the second path found that nothing had left (to DIR and O; `step` is 0). `asked`, `answered` and
 * `acknowledged` are news, told once, at once: to our people, to the contact who asked, to our people; so is
 * `measureAnswered`, and `held`: items that a protective notice left out. `measure`: one that waits for the controller's word.
 */
export const Ladder = z.enum([
  'due',
  'missing',
  'acknowledgement',
  'supplement',
  'passOn',
  'unauthorised',
  'question',
  'watchdog',
  'asked',
  'answered',
  'acknowledged',
  'measure',
  'measureAnswered',
  'held',
]);
export type Ladder = z.infer<typeof Ladder>;

/**
 * What goes to the controller's own organisation: also that a contact acknowledged by its link or on the telephone; a document with an answer; of a measure that it is proposed, that it was taken meanwhile, and the
 * controller's word where a contact gave it by link or telephone.
 */
export const HandedWhat = z.enum(['version', 'acknowledgement', 'answer', 'file', 'proposal', 'taking', 'verdict']);
export type HandedWhat = z.infer<typeof HandedWhat>;

export const Reminded = z.strictObject({
  ladder: Ladder,
  version: z
    .int()
    .nonnegative()
    .meta({ description: 'version that the ladder belongs to; 0 before any. Of a question or measure, its place' }),
  step: z.number().meta({ description: 'percent of the clock, or hours since the version' }),
  roles: z.array(Role),
  reached: Reached,
  deliverables: z.array(Deliverable),
  unansweredSince: Instant.nullable()
    .default(null)
    .meta({ description: 'the step before, if nobody has acted since; older entries do not say' }),
});

export type Reminded = z.infer<typeof Reminded>;

/** The closed list of what a journal can say about a notice: entry type → values. */
export const NoticeEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('notice.opened'), values: NoticeOpened }),
  z.object({ type: z.literal('notice.drafted'), values: z.strictObject({ items: erasable(StoredDraft) }) }),
  z.object({ type: z.literal('notice.version'), values: Version }),
  attemptEvent,
  outcomeEvent,
  reportEvent,
  replayEvent,
  z.object({ type: z.literal('notice.reminded'), values: Reminded }),
  z.object({
    type: z.literal('notice.fellBack'),
    values: z.strictObject({
      failedId: z.string(),
      roles: z.array(Role),
      reached: Reached,
      deliverables: z.array(Deliverable),
    }),
  }),
  z.object({
    type: z.literal('notice.acknowledged'),
    values: z.strictObject({
      version: z.int().positive(),
      contactId: z.string(),
      via: z.enum(['link', 'call', 'account', 'exchange']),
      name: erasable(StoredLine),
      function: erasable(StoredLine),
    }),
  }),
  z.object({
    type: z.literal('notice.called'),
    values: z.strictObject({
      contactId: z.string().meta({ description: 'contact of the agreement, or person of the organisation' }),
      reached: z.boolean(),
      note: erasable(StoredText),
    }),
  }),
  z.object({
    type: z.literal('notice.asked'),
    values: z.strictObject({
      questionId: z.string(),
      contactId: z.string(),
      text: erasable(StoredText),
      documents: AlongWith,
      via: z.enum(['link', 'account', 'call', 'exchange']).default('link').meta({
        description:
          'account: from the controller’s own organisation here; exchange: from its installation; older entries do not say',
      }),
      urgentHours: z
        .int()
        .positive()
        .nullable()
        .default(null)
        .meta({ description: 'hours to answer; null, and in older entries: the working days of the contract' }),
    }),
  }),
  z.object({
    type: z.literal('notice.answered'),
    values: z.strictObject({
      questionId: z.string(),
      text: erasable(StoredText),
      documents: AlongWith,
      deliverables: Exchanges,
    }),
  }),
  z.object({ type: z.literal('file.kept'), values: FileKept }),
  z.object({ type: z.literal('notice.measureProposed'), values: MeasureProposed }),
  z.object({ type: z.literal('notice.measureAnswered'), values: MeasureAnswered }),
  z.object({ type: z.literal('notice.measureTaken'), values: MeasureTaken }),
  z.object({
    type: z.literal('notice.handed'),
    values: z.strictObject({
      what: HandedWhat,
      id: z.string().min(1).meta({
        description:
          'number of the version or of the file’s entry, version and contact that acknowledged, or id of the question or measure',
      }),
      result: z.enum(['taken', 'refused']),
    }),
  }),
  z.object({
    type: z.literal('notice.explained'),
    values: z.strictObject({ what: z.enum(['late', 'missing', 'silence']), reason: erasable(StoredText) }),
  }),
  z.object({
    type: z.literal('notice.closed'),
    values: z.strictObject({
      ground: z.enum(['confirmed', 'silence', 'ladderExhausted', 'withdrawn', 'neverSent', 'exerciseOver']),
      reason: erasable(StoredText),
    }),
  }),
  z.object({ type: z.literal('notice.reopened'), values: z.strictObject({ reason: erasable(StoredText) }) }),
]);
export type NoticeEvent = z.infer<typeof NoticeEvent>;
export type EventOf<T extends NoticeEvent['type']> = Extract<NoticeEvent, { type: T }>;

const decisions: readonly NoticeEvent['type'][] = [
  'notice.opened',
  'notice.version',
  'notice.closed',
  'notice.reopened',
];

/** What somebody may be overtaken by; all else is a fact beside it. */
export const isDecision = ({ type }: NoticeEvent): boolean => decisions.includes(type);
