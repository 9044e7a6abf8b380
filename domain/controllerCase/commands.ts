import { z } from 'zod';
import { RecordChange } from '../authority/breachRecord';
import { DelayReason, InformedBy } from '../authority/vocabulary';
import { Nature } from '../deadline/breachClock';
import { happened } from '../incident/happened';
import { Instant } from '../shared/instant';
import { Line } from '../shared/words';
import { Awaited } from './awaited';
import { ExcusedGroups } from './recordGroups';
import { RecordNeed } from './recordRegion';
import { ToldAnew } from './toldAnew';
import { CaseOrigin, FilingType, TellingKind } from './vocabulary';
import { Assessment } from '../risk/assessment';
import { LegalBridgeInput } from '../risk/legalBridge';
import { Risk } from '../risk/scales';
import { Exemption34 } from '../risk/qualify';
import { AuthorityId, kind, letter, maybe, text } from './commandParts';
import { orderCommands } from './orderCommands';
import { processorCommands } from './processorCommands';
import { regimeCommands } from '../regime/commands';

const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'is a SHA-256 in 64 small hexadecimal digits')
  .nullable()
  .default(null)
  .meta({ description: 'SHA-256 of the copy that was kept' });
const count = (description: string) => z.int().nonnegative().meta({ description });

const told = {
  receivedAt: Instant.meta({ description: 'when it was received' }),
  reference: Line.nullable().default(null).meta({ description: 'reference that the sender gave it' }),
  version: z.int().positive().nullable().default(null).meta({ description: 'version of the notice' }),
  from: Line.meta({ description: 'who told' }),
  text: letter('what was told'),
};

/** A controller's case is opened by hand: what was received, or found out. */
export const OpenCase = z.strictObject({
  origin: CaseOrigin.meta({ description: 'who told, or that it was found out here' }),
  tellingKind: TellingKind.default('notice').meta({ description: 'what was told' }),
  ...told,
  knownAt: Instant.nullable().default(null).meta({ description: 'when it was known already, if before that' }),
  certain: z.boolean().meta({ description: 'false: only a suspicion, the clock is provisional' }),
  nature: z.array(Nature).default([]).meta({ description: 'what may be lost; empty while nobody can say' }),
  agreementId: z.string().min(1).nullable().default(null).meta({ description: 'agreement with the processor' }),
  incidentId: z.string().min(1).nullable().default(null).meta({ description: 'incident of our own journal' }),
  exercise: z.boolean().default(false).meta({ description: 'a drill' }),
});
export type OpenCase = z.infer<typeof OpenCase>;

const commands = [
  z.strictObject({ ...kind('told.add'), tellingKind: TellingKind.meta({ description: 'what was told' }), ...told }),
  z.strictObject({
    ...kind('qualify'),
    awareAt: Instant.nullable().default(null).meta({ description: 'since when it is known; null: as the clock runs' }),
    nature: z
      .array(Nature)
      .min(1, 'name at least one of confidentiality, integrity, availability')
      .meta({ description: 'what was lost' }),
    reason: text('why it is a breach of personal data'),
    ...happened,
  }),
  z.strictObject({
    ...kind('record.change'),
    change: RecordChange.meta({ description: 'fields that are said anew; null takes one back; left out, it stays' }),
    awaited: z
      .array(Awaited)
      .max(RecordNeed.options.length)
      .optional()
      .meta({ description: 'fields that are not known yet, and by when they will be; each is named once' }),
  }),
  z.strictObject({
    ...kind('record.excuse'),
    groups: ExcusedGroups.meta({ description: 'by section of the form: which fields stay open for good, and why' }),
  }),
  z.strictObject({
    ...kind('record.take'),
    fields: z.array(z.string().min(1).max(100)).min(1).max(100).meta({ description: 'fields that are taken over' }),
    version: z.int().positive().meta({ description: 'newest version of the notice that was read' }),
  }),
  z.strictObject({ ...kind('aware.correct'), awareAt: Instant, reason: text('why') }),
  z.strictObject({
    ...kind('law.move'),
    profileId: z.string().min(1).max(100).meta({ description: 'law profile under which the limit is to run' }),
    reason: text('why'),
  }),
  z.strictObject({
    ...kind('ruleOut'),
    evidenceRefs: z.array(Line).min(1).max(50).meta({ description: 'references of the evidence' }),
    reason: text('why it is none'),
  }),
  z.strictObject({
    ...kind('risk.advise'),
    risk: Risk.nullable().default(null).meta({ description: 'risk that the DPO sees' }),
    text: text('the written advice'),
    ...happened,
  }),
  z.strictObject({ ...kind('risk.score'), ...Assessment.shape }),
  z.strictObject({
    ...kind('risk.decide'),
    ...LegalBridgeInput.shape,
    mandate: Line.nullable().default(null).meta({ description: 'reference of the mandate by which a DPO decides' }),
    noAdviceReason: maybe('why it is decided without the DPO’s advice'),
    againstAdviceReason: maybe('why it differs from the DPO’s advice'),
    toldAnew: ToldAnew.nullable().default(null).meta({
      description:
        'who is told anew of a high risk, where persons were told before more was known (GDPR Art. 34); else null',
    }),
    notAnewReason: maybe('why what the persons were told covers what is known now'),
    ...happened,
  }),
  z.strictObject({
    ...kind('authority.file'),
    authorityId: AuthorityId,
    type: FilingType.meta({ description: 'type of the form' }),
    final: z.boolean().default(false).meta({ description: 'a complementary one that leaves nothing open' }),
    sentAt: Instant,
    receiptNumber: Line.meta({ description: 'number that the authority gave' }),
    copyHash: Hash,
    delayReasons: z.array(DelayReason).default([]).meta({ description: 'why it left after the limit' }),
    delayText: maybe('the facts of the delay, where it was sent after the limit'),
    bundledWith: z
      .array(z.string().min(1))
      .max(50)
      .default([])
      .meta({ description: 'ids of the other cases of which the same notification tells (rule E8)' }),
  }),
  z.strictObject({
    ...kind('authority.ask'),
    authorityId: AuthorityId,
    askedAt: Instant,
    dueAt: Instant.nullable().default(null).meta({ description: 'limit that the authority set' }),
    text: text('what it asks'),
  }),
  z.strictObject({
    ...kind('authority.answer'),
    questionId: z.string().min(1).meta({ description: 'the question that is answered' }),
    answeredAt: Instant,
    text: text('what was answered'),
  }),
  z.strictObject({
    ...kind('authority.withdraw'),
    authorityId: AuthorityId,
    sentAt: Instant,
    receiptNumber: Line.meta({ description: 'number that the authority gave' }),
    reason: text('why'),
  }),
  z.strictObject({
    ...kind('authority.excuseCopy'),
    filing: z.int().positive().meta({ description: '`seq` of the filing whose receipt has no copy' }),
    reason: text('why there is no copy'),
  }),
  z.strictObject({
    ...kind('authority.close'),
    authorityId: AuthorityId,
    ground: z.enum(['answer', 'silence', 'other']).meta({ description: 'why it ends' }),
    reason: text('what was answered, or how long it was silent'),
    ...happened,
  }),
  z.strictObject({ ...kind('persons.require'), reason: text('why they are told though no law asks it'), ...happened }),
  z.strictObject({
    ...kind('persons.exempt'),
    ground: Exemption34.meta({ description: 'ground of GDPR Art 34(3)' }),
    proof: text('what proves it'),
    publicNotice: maybe('ground c: what is published instead'),
    publishedAt: Instant.nullable()
      .default(null)
      .meta({ description: 'ground c: since when it is public elsewhere; null where it is published from here' }),
    publishedProof: maybe('ground c: what proves that it is public elsewhere'),
    ...happened,
  }),
  z.strictObject({
    ...kind('persons.hold'),
    reference: Line.meta({ description: 'reference of the request' }),
    until: Instant.nullable().default(null),
    reason: text('who asks, and why'),
    ...happened,
  }),
  z.strictObject({ ...kind('persons.resume'), reason: text('why'), ...happened }),
  ...orderCommands,
  z.strictObject({
    ...kind('persons.draft'),
    fr: maybe('what happened, in plain French; null: no message in French'),
    en: maybe('what happened, in plain English; null: no message in English'),
    measuresFr: maybe('what was done, in French'),
    measuresEn: maybe('what was done, in English'),
  }),
  z.strictObject({
    ...kind('persons.send'),
    listId: z.string().min(1).max(100).meta({ description: 'the list that is accepted: whom the message leaves for' }),
    concerned: z.int().nonnegative().nullable().default(null).meta({ description: 'how many are concerned in all' }),
    repeatReason: text(
      'how it was made sure that nobody is told twice, where lists have told persons whose addresses are erased',
    ).optional(),
  }),
  z.strictObject({ ...kind('persons.publish') }),
  z.strictObject({ ...kind('persons.unpublish'), reason: text('why it is taken back') }),
  z.strictObject({
    ...kind('persons.tell'),
    toldAt: Instant,
    means: InformedBy.meta({ description: 'how' }),
    told: count(
      'how many were told; 0 where none of the letters that are left will be posted, or (without a list) where those whom mails did not reach are told by no other means',
    ),
    concerned: z.int().nonnegative().nullable().default(null).meta({ description: 'how many are concerned' }),
    bounced: count('how many messages came back').default(0),
    again: count('how many of them had been told before, by other means').default(0),
    listId: z.string().min(1).max(100).nullable().default(null).meta({
      description:
        'accepted list whose printed letters were posted, said in every state, as often as some are; null: told by other ways',
    }),
    proof: maybe(
      'of letters: what proves it (deposit slip, numbers), or why those that are left will not be posted; with 0 told and no list: why those whom mails did not reach are told by no other means',
    ),
  }),
  ...processorCommands,
  ...regimeCommands,
  z.strictObject({
    ...kind('note.add'),
    class: z.enum(['general', 'counsel']).default('general').meta({ description: 'counsel notes stand in no extract' }),
    text: text('note'),
    ...happened,
  }),
  z.strictObject({
    ...kind('case.close'),
    lessons: text('what was learnt'),
    unreachedReason: maybe('why it ends though not all of the persons concerned were reached, where that is so'),
  }),
  z.strictObject({ ...kind('case.reopen'), reason: text('why') }),
  z.strictObject({
    ...kind('case.same'),
    sameAs: z.string().min(1).max(100).meta({ description: 'case of the same breach that goes on' }),
    reason: text('why it is the same breach'),
  }),
] as const;

/** What a person may ask of a controller's case. Who may ask what is the policies' matter. */
export const CaseCommand = z.discriminatedUnion('kind', commands);
export type CaseCommand = z.infer<typeof CaseCommand>;
export type CaseCommandOf<K extends CaseCommand['kind']> = Extract<CaseCommand, { kind: K }>;
