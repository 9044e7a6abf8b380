import { z } from 'zod';
import { CaseSeat } from '../authority/seat';
import { DelayReason, InformedBy } from '../authority/vocabulary';
import { Nature } from '../deadline/breachClock';
import { Drill } from '../deadline/pace';
import { Deliverable } from '../delivery/events';
import { Language } from '../letters/head';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { Role } from '../shared/roles';
import { StoredLine, StoredText } from '../shared/stored';
import { RecordNeed } from './recordRegion';
import { CaseOrigin, FilingType, PersonsText, TellingKind } from './vocabulary';
import { Risk } from '../risk/scales';
import { Exemption34 } from '../risk/qualify';
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
  text: erasable(StoredText),
  source: z
    .strictObject({ origin: z.string().min(1).max(300), noticeId: Id })
    .nullable()
    .default(null)
    .meta({ description: 'whose sealed notice it is; null: told by hand, and in older entries' }),
});
export type Told = z.infer<typeof Told>;

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

export const AuthorityClosed = z.strictObject({
  authorityId: Id,
  ground: z.enum(['answer', 'silence', 'other']),
  reason: erasable(StoredText),
});

export const PersonsRequired = z.strictObject({ reason: erasable(StoredText) });
export const PersonsExempted = z.strictObject({
  ground: Exemption34,
  proof: erasable(StoredText),
  publicNotice: erasable(StoredText).meta({ description: 'ground c: what is published instead' }),
  publishedAt: Instant.optional().meta({ description: 'ground c: since when it is public elsewhere than here' }),
  publishedProof: erasable(StoredText).optional().meta({ description: 'what proves that it is public there' }),
});
export const PersonsHeld = z.strictObject({
  reference: StoredLine.meta({ description: 'reference of the request' }),
  until: Instant.nullable(),
  reason: erasable(StoredText),
});
export const PersonsResumed = z.strictObject({ reason: erasable(StoredText) });
export const PersonsOrdered = z.strictObject({ authorityId: Id, orderedAt: Instant, reference: StoredLine });
/** A text as it is told, word for word: the hash is that of the stored bytes, and is never erased. */
export const FrozenText = z.strictObject({ text: PersonsText, language: Language, documentId: Sha256 });
export type FrozenText = z.infer<typeof FrozenText>;

/** Entries of the first versions hold neither measures nor frozen texts. */
export const PersonsDrafted = z.strictObject({
  fr: erasable(StoredText).meta({ description: 'what happened, in French' }),
  en: erasable(StoredText).meta({ description: 'what happened, in English' }),
  measuresFr: erasable(StoredText).optional(),
  measuresEn: erasable(StoredText).optional(),
  texts: z.array(FrozenText).optional(),
});
/** The public notice of the newest draft is public from here on; `version` counts what was published of a case from 1. */
export const PersonsPublished = z.strictObject({
  version: z.int().positive(),
  draft: z.int().positive().meta({ description: 'entry of the texts that are public' }),
  texts: z.array(FrozenText).min(1),
});
/** Nothing of the case is public any more; the entries say what was. */
export const PersonsUnpublished = z.strictObject({ version: z.int().positive(), reason: erasable(StoredText) });
/** A list was accepted, and its mails leave from here on. Counts and a hash: who is on it, the journal never says. */
export const PersonsSending = z.strictObject({
  listId: Id,
  fileHash: Sha256,
  count: z.int().positive(),
  bad: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  toldBefore: z.int().nonnegative().optional().meta({ description: 'rows left out, told by an earlier list' }),
  concerned: z.int().nonnegative().nullable(),
  draft: z.int().positive().optional().meta({ description: 'entry of the message that leaves; none in older entries' }),
  letters: z.int().nonnegative().optional().meta({ description: 'rows whom only a letter reaches' }),
});

const refusedOf = { listId: Id, refused: z.int().nonnegative(), unknown: z.int().nonnegative() };
const lost = z.int().nonnegative().meta({ description: 'of whom nothing is known: their addresses were gone' });

const toldTo = {
  toldAt: Instant,
  means: InformedBy,
  told: z.int().nonnegative(),
  concerned: z.int().nonnegative().nullable(),
  bounced: z.int().nonnegative(),
};
const proof = erasable(StoredText).meta({
  erasable: true,
  description: 'what proves it: deposit slip, numbers, or why none left',
});

/** Somebody was told. With `listId`, as letters of a list once were said: all at once, and none of the others was posted. */
export const PersonsTold = z.strictObject({
  ...toldTo,
  sent: z
    .strictObject({ ...refusedOf, lost: lost.optional() })
    .optional()
    .meta({ description: 'of a list whose mails have all left; where a person says that somebody was told, none' }),
  listId: Id.optional().meta({ description: 'whose letters they were' }),
  proof: proof.optional(),
});

/** Letters of a list were posted, as often as some are: the others wait. */
export const LettersPosted = z.strictObject({
  ...toldTo,
  listId: Id.meta({ description: 'whose letters they were; told 0: none of those left will be posted' }),
  proof,
});

/** Letters of an accepted list were printed: how many, in which files. Whom they are for, the journal never says. */
export const PersonsPrinted = z.strictObject({
  listId: Id,
  letters: z.int().positive(),
  draft: z.int().positive().meta({ description: 'entry of the message that they say' }),
  files: z.array(Sha256).min(1).meta({ description: 'SHA-256 of each PDF, in order' }),
});

/** A list ended, and not one mail of it was taken by the relay: nobody may be called told. */
export const PersonsUnreached = z.strictObject({ ...refusedOf, lost });

/**
 * Ladders of a case. `step` is the percent of the time of `authority`, `propose`, `question`, `processor`, `measure` and a regime's
 * stage that has a limit, hours since it began for `complement`, `draft`, `tell`, `hold` and a stage without one; `opened`,
 * `reassess`, `unreached` and `silence` are told once.
 */
export const CaseLadder = z.union([
  z.enum([
    'opened',
    'authority',
    'propose',
    'reassess',
    'complement',
    'question',
    'processor',
    'measure',
    'draft',
    'tell',
    'unreached',
    'hold',
    'silence',
  ]),
  StageName,
]);
export type CaseLadder = z.infer<typeof CaseLadder>;

export const CaseReminded = z.strictObject({
  ladder: CaseLadder,
  about: z.int().positive().meta({ description: 'entry that the ladder counts from' }),
  step: z.number().nonnegative(),
  roles: z.array(Role),
  deliverables: z.array(Deliverable),
});
export type CaseReminded = z.infer<typeof CaseReminded>;

/** Why fields of the record stay open for good. */
export const RecordExcused = z.strictObject({ fields: z.array(RecordNeed).min(1), reason: erasable(StoredText) });

export const CaseClosed = z.strictObject({ lessons: erasable(StoredText) });
export const Reasoned = z.strictObject({ reason: erasable(StoredText) });

const EvidenceRefs = z.array(StoredLine).min(1).max(50);

/** What two persons decide together: the command without its free text. */
export const CaseProposal = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('aware.correct'), awareAt: Instant }),
  z.strictObject({ command: z.literal('ruleOut'), evidenceRefs: EvidenceRefs }),
  z.strictObject({ command: z.literal('law.move'), profileId: z.string().min(1).max(100) }),
  RegimeConcerned.omit({ reason: true }).extend({ command: z.literal('regime.concern') }),
  RegimesExcluded.omit({ reason: true }).extend({ command: z.literal('regime.exclude') }),
]);
export type CaseProposal = z.infer<typeof CaseProposal>;
