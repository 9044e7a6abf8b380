import { z } from 'zod';
import { BreachRecord } from '../authority/breachRecord';
import { CaseSeat } from '../authority/seat';
import { DelayReason } from '../authority/vocabulary';
import { Nature } from '../deadline/breachClock';
import { Calendar } from '../deadline/calendar';
import { Drill } from '../deadline/pace';
import { Deliverable } from '../delivery/events';
import { Reached } from '../delivery/reached';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { Role } from '../shared/roles';
import { StoredLetter, StoredLine, StoredText } from '../shared/stored';
import { Awaited } from './awaited';
import { RecordNeed } from './recordRegion';
import { CaseOrigin, FilingType, TellingKind } from './vocabulary';
import { Risk } from '../risk/scales';
import { RegimeConcerned, RegimesExcluded } from '../regime/answer';
import { StageName } from '../regime/vocabulary';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Id = z.string().min(1).max(200);

/** What the controller was told, by whom, when. `envelopeHash` is that of the signed envelope, where one came. */
export const Told = z.strictObject({
  kind: TellingKind,
  receivedAt: Instant,
  reference: erasable(StoredLine).meta({ description: 'reference that the sender gave it' }),
  version: z.int().positive().nullable(),
  envelopeHash: Sha256.nullable(),
  from: erasable(StoredLine).meta({ description: 'who told' }),
  text: erasable(StoredLetter),
  source: z
    .strictObject({ origin: z.string().min(1).max(300), noticeId: Id })
    .nullable()
    .default(null)
    .meta({ description: 'whose sealed notice it is; null: told by hand, and in older entries' }),
});
export type Told = z.infer<typeof Told>;

/** Who brings a signed notice, under a key of their own. What was told stands in the entry before it. */
export const Brought = z.strictObject({
  version: z.int().positive().meta({ description: 'version of the notice' }),
  envelopeHash: Sha256.meta({ description: 'SHA-256 of the envelope that was brought' }),
});

/** The instants and ids that a limit rests on are never erasable. */
export const CaseOpened = Told.extend({
  origin: CaseOrigin,
  incidentId: Id.nullable().meta({ description: 'incident of our own journal that it belongs to, if any' }),
  agreementId: Id.nullable().meta({ description: 'agreement with the processor, if it is recorded' }),
  knownAt: Instant.nullable().meta({ description: 'when it was known already, if before it was received' }),
  certain: z.boolean().meta({ description: 'false: told of a suspicion, the clock is provisional' }),
  nature: z.array(Nature),
  lawProfile: z
    .string()
    .min(1)
    .meta({ description: 'law profile whose hours the clock began with: two persons may move it to another' }),
  zone: z.string().min(1).meta({ description: 'IANA zone of the establishment that owes the act' }),
  calendar: Calendar.optional().meta({
    description: 'calendar of the days that are worked there; none: that of the zone, as in older entries',
  }),
  exercise: z.boolean(),
  drill: Drill.optional().meta({ description: 'of a planned exercise' }),
  seat: CaseSeat.optional().meta({
    description: 'decides whom to tell; none in older entries, where any authority counts',
  }),
});
export type CaseOpened = z.infer<typeof CaseOpened>;

export const Qualified = z.strictObject({
  awareAt: Instant.nullable().meta({ description: 'null: as the clock runs' }),
  nature: z.array(Nature).min(1),
  reason: erasable(StoredText),
});

export const Advised = z.strictObject({ risk: Risk.nullable(), text: erasable(StoredText) });

export const Filed = z.strictObject({
  authorityId: Id,
  type: FilingType,
  final: z.boolean().meta({ description: 'nothing is left open' }),
  sentAt: Instant,
  receiptNumber: StoredLine,
  copyHash: Sha256.nullable(),
  delayReasons: z.array(DelayReason),
  delayText: erasable(StoredText),
  bundle: z
    .array(z.strictObject({ caseId: Id, reference: StoredLine }))
    .optional()
    .meta({ description: 'of one notification for several cases: all of them' }),
});
export type Filed = z.infer<typeof Filed>;

export const AuthorityAsked = z.strictObject({
  authorityId: Id,
  questionId: Id,
  askedAt: Instant,
  dueAt: Instant.nullable(),
  text: erasable(StoredText),
});

export const AuthorityAnswered = z.strictObject({ questionId: Id, answeredAt: Instant, text: erasable(StoredText) });

export const AuthorityWithdrawn = z.strictObject({
  authorityId: Id,
  sentAt: Instant,
  receiptNumber: StoredLine,
  reason: erasable(StoredText),
});

/** Why the receipt of one filing has no copy. `filing`: seq of its entry. */
export const CopyExcused = z.strictObject({
  authorityId: Id,
  filing: z.int().positive(),
  reason: erasable(StoredText),
});

export const AuthorityClosed = z.strictObject({
  authorityId: Id,
  ground: z.enum(['answer', 'silence', 'other']),
  reason: erasable(StoredText),
});

/**
 * Ladders of a case. `step` is the percent of the time of `authority`, `propose`, `question`, `processor`, `measure` and a regime's
 * stage that has a limit, hours since it began for `overdue`, `complement`, `draft`, `tell`, `hold`, `awaited` and a stage without one; `opened`,
 * `reassess`, `unreached` and `silence` are told once.
 */
export const CaseLadder = z.union([
  z.enum([
    'opened',
    'authority',
    'overdue',
    'propose',
    'reassess',
    'complement',
    'question',
    'processor',
    'measure',
    'draft',
    'tell',
    'unreached',
    'reach',
    'hold',
    'addresses',
    'awaited',
    'silence',
    'decide',
    'withdraw',
  ]),
  StageName,
]);
export type CaseLadder = z.infer<typeof CaseLadder>;

export const CaseReminded = z.strictObject({
  ladder: CaseLadder,
  about: z.int().positive().meta({ description: 'entry that the ladder counts from' }),
  step: z.number().nonnegative(),
  roles: z.array(Role),
  reached: Reached,
  deliverables: z.array(Deliverable),
});
export type CaseReminded = z.infer<typeof CaseReminded>;

/** What is said anew of the record, and by when what is not known yet will be. */
export const CaseRecorded = BreachRecord.extend({
  awaited: z.array(Awaited).min(1).optional().meta({ description: 'none in older entries' }),
});

/** Why fields of the record stay open for good. */
/** `reasons`: where not all of the fields have the same; `reason` is null then. Older entries have one reason for all. */
export const RecordExcused = z.strictObject({
  fields: z.array(RecordNeed).min(1),
  reason: erasable(StoredText),
  reasons: erasable(
    z.array(z.strictObject({ fields: z.array(RecordNeed).min(1), reason: StoredText })).min(1),
  ).optional(),
});
export type RecordExcused = z.infer<typeof RecordExcused>;

export const CaseClosed = z.strictObject({
  lessons: erasable(StoredText),
  unreachedReason: erasable(StoredText).optional().meta({ description: 'why some of the persons were not reached' }),
  sameAs: z
    .strictObject({ caseId: z.string().min(1), reference: z.string().min(1) })
    .optional()
    .meta({ description: 'of the same breach as this case, which goes on; `lessons` then says why' }),
});
export const Reasoned = z.strictObject({ reason: erasable(StoredText) });

const EvidenceRefs = z.array(StoredLine).min(1).max(50);

/** What two persons decide together: the command without its free text. */
export const CaseProposal = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('aware.correct'),
    awareAt: Instant,
    isProvisional: z.literal(true).exactOptional().meta({
      description: 'nobody has said that it is a breach, and the clock stays provisional; older entries confirmed it',
    }),
  }),
  z.strictObject({ command: z.literal('ruleOut'), evidenceRefs: EvidenceRefs }),
  z.strictObject({ command: z.literal('law.move'), profileId: z.string().min(1).max(100) }),
  RegimeConcerned.omit({ reason: true }).extend({ command: z.literal('regime.concern') }),
  RegimesExcluded.omit({ reason: true }).extend({ command: z.literal('regime.exclude') }),
]);
export type CaseProposal = z.infer<typeof CaseProposal>;
