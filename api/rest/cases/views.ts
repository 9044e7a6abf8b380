import { CaseFollowed } from '../../../domain/controllerCase/followedValues';
import { InformedBy } from '../../../domain/authority/vocabulary';
import { z } from 'zod';
import { Language } from '../../../domain/letters/head';
import { CaseOrigin, PersonsText, TellingKind } from '../../../domain/controllerCase/vocabulary';
import { Risk } from '../../../domain/risk/scales';
import { Exemption34 } from '../../../domain/risk/qualify';
import { Nature } from '../../../domain/deadline/breachClock';
import { Instant } from '../../../domain/shared/instant';
import { Id } from '../../http/fields';
import { ExchangedView } from '../exchangedView';
import { FileView } from '../fileView';
import { QualificationView } from './qualificationView';
import { DecisionView, ScoreView } from './riskViews';
import { AuthorityFileView } from './authorityView';
import { CompetenceView } from './competence';
import { at, byId, seq, words } from './viewFields';
import { recordView } from './recordViews';
import { Regimes } from '../regimes/views';
import { Notes } from '../noteView';
import { measureView } from '../measureView';

export const CaseClockView = z
  .strictObject({
    status: z.enum(['provisional', 'confirmed', 'cancelled']).meta({ description: 'provisional: a suspicion only' }),
    t0: at('the limit runs from here'),
    lawProfile: z.string().meta({ description: 'law profile under which it runs' }),
    awareAt: Instant.nullable().meta({ description: 'awareness as it was said last' }),
    strict: Instant.nullable().meta({ description: 'limit for telling the authority, elapsed hours; null: none runs' }),
    reg1182: Instant.nullable().meta({ description: 'the same by Regulation 1182/71, never earlier' }),
    state: z
      .enum(['running', 'late_strict', 'late'])
      .nullable()
      .meta({ description: 'between both limits: late_strict; null: none runs, or the authority was told' }),
  })
  .meta({ id: 'CaseClock', description: 'The controller’s 72 hours (GDPR Art 33(1))' });

/** Which text it is, and what proves that not a sign of it changed. */
export const frozenTextShape = {
  text: PersonsText.meta({ description: 'to each person, or to the public' }),
  language: Language.meta({ description: 'its language' }),
  hash: z.string().meta({ description: 'SHA-256 of what it says, as the journal holds it' }),
};
const FrozenTextView = z.strictObject(frozenTextShape);

const Told = z.strictObject({
  seq,
  kind: TellingKind.meta({ description: 'what was told' }),
  receivedAt: at('when it was received'),
  reference: words('the sender’s reference'),
  version: z.int().nullable().meta({ description: 'version of the notice' }),
  from: words('who told'),
  text: words('what was told'),
});

const handing = z
  .enum(['waiting', 'taken', 'refused'])
  .nullable()
  .meta({ description: 'to the processor’s own notice, within one installation; null: by hand' });

const Processor = z.strictObject({
  acknowledged: z
    .array(
      z.strictObject({
        seq,
        version: z.int().nullable().meta({ description: 'version that was read; null: it had none' }),
        acknowledgedAt: at('when'),
        name: words('who has read it'),
        function: words('as what'),
        handing,
        exchange: ExchangedView,
      }),
    )
    .meta({ description: 'what we acknowledged' }),
  questions: z
    .array(
      z.strictObject({
        id: Id,
        askedAt: at('when it was asked'),
        dueAt: at('until when it is to be answered'),
        urgent: z.boolean().meta({ description: 'within hours' }),
        text: words('what was asked'),
        answeredAt: Instant.nullable().meta({ description: 'null: it waits' }),
        answer: words('what the processor answered'),
        handing,
        exchange: ExchangedView,
      }),
    )
    .meta({ description: 'what we asked' }),
  measures: z
    .array(
      z.strictObject({
        ...measureView,
        urgent: z.boolean().meta({ description: 'within hours' }),
        via: z
          .enum(['account', 'link', 'call'])
          .nullable()
          .meta({ description: 'account: said here; else a contact of ours said it to the processor; null: not yet' }),
        handing,
        exchange: ExchangedView,
      }),
    )
    .meta({ description: 'on which it consults us' }),
});

const Persons = z.strictObject({
  state: z
    .enum(['UNDECIDED', 'NOT_REQUIRED', 'REQUIRED', 'DRAFTED', 'SENDING', 'TOLD', 'EXEMPT', 'ON_HOLD', 'ORDERED'])
    .meta({ description: 'where telling the persons stands' }),
  requiredAt: Instant.nullable().meta({ description: 'since when they have to be told' }),
  exemption: Exemption34.nullable().meta({ description: 'ground of Art 34(3) by which they need not be' }),
  draft: z
    .strictObject({
      fr: words('what happened, in French'),
      en: words('what happened, in English'),
      measuresFr: words('what was done, in French'),
      measuresEn: words('what was done, in English'),
      texts: z.array(FrozenTextView).meta({ description: 'texts as they were frozen; none in the first versions' }),
    })
    .nullable()
    .meta({ description: 'what they are told' }),
  published: z
    .strictObject({ version: z.int().meta({ description: 'counted from 1' }), at: at('when it became public') })
    .nullable()
    .meta({ description: 'the public notice that stands, at `/p/{orgId}/{caseId}`; null: none' }),
  tellings: z
    .array(
      z.strictObject({
        at: at('when'),
        means: InformedBy.meta({ description: 'how' }),
        told: z.int().meta({ description: 'how many were told' }),
        again: z.int().meta({ description: 'how many of them had been told before' }),
        concerned: z.int().nullable().meta({ description: 'of how many' }),
        bounced: z.int().meta({ description: 'how many messages came back' }),
      }),
    )
    .meta({ description: 'who was told' }),
});

export const CaseRow = z
  .strictObject({
    id: Id,
    ref: z.string().meta({ description: '`CTL-…`' }),
    stage: z.enum(['RECEIVED', 'BREACH', 'NOT_A_BREACH', 'CLOSED']).meta({ description: 'where it stands' }),
    origin: CaseOrigin.meta({ description: 'who told' }),
    agreementId: z.string().nullable().meta({ description: 'agreement with the processor' }),
    incidentId: z.string().nullable().meta({ description: 'incident of our own journal' }),
    exercise: z.boolean().meta({ description: 'a drill' }),
    receivedAt: at('when it was received'),
    revision: z.int().positive().meta({ description: 'of its newest entry' }),
    risk: Risk.nullable().meta({ description: 'as decided last; null before' }),
    authority: z
      .enum(['PENDING', 'NOT_REQUIRED', 'INITIAL_SENT', 'COMPLEMENTED', 'FINAL', 'WITHDRAWN', 'SA_CLOSED'])
      .meta({ description: 'where telling the authority stands' }),
    persons: Persons.shape.state,
    clock: CaseClockView,
  })
  .meta({ id: 'CaseRow', description: 'A controller’s case, in a list' });

const approvalStatus = z.enum(['open', 'expired', 'void', 'effective']);

export const CaseView = CaseRow.extend({
  nature: z.array(Nature).meta({ description: 'what was lost' }),
  proposedQualification: QualificationView.meta({ description: 'proposed from the record: a person decides' }),
  followed: z
    .strictObject({
      incidentSeq: seq,
      status: CaseFollowed.shape.status,
      t0: at('instant that binds at the incident'),
      awareAt: Instant.nullable().meta({ description: 'awareness as the incident says it' }),
    })
    .nullable()
    .meta({ description: 'where the incident of our own stands that it follows; null where it follows none' }),
  told: z.array(Told).meta({ description: 'everything that was told, the first included' }),
  advices: z
    .array(
      z.strictObject({
        seq,
        byId,
        at: at('when'),
        risk: Risk.nullable().meta({ description: 'risk that the DPO sees' }),
        text: words('the advice'),
      }),
    )
    .meta({ description: 'the DPO’s written advice' }),
  scores: z.array(ScoreView).meta({ description: 'assessments of the risk, the newest last' }),
  decisions: z.array(DecisionView).meta({ description: 'decisions on the risk, the newest last' }),
  competence: CompetenceView.meta({ description: 'which authorities have to be told' }),
  authorities: z.array(AuthorityFileView).meta({ description: 'one file for each authority' }),
  processor: Processor.meta({ description: 'what we said to the processor, and what it answered' }),
  regimes: Regimes.meta({ description: 'other laws that the same incident may start duties under' }),
  telling: Persons.meta({ description: 'telling the persons (GDPR Art 34)' }),
  approvals: z
    .array(
      z.strictObject({
        requestId: Id,
        command: z.string().meta({ description: 'what is asked' }),
        status: approvalStatus.meta({ description: 'whether a yes still counts' }),
        requestHash: z.string().meta({ description: 'hash of what is asked' }),
        reason: words('why'),
        requestedBy: byId,
        expiresAt: at('no yes counts from then on'),
        voices: z.array(Id).meta({ description: 'who said yes' }),
      }),
    )
    .meta({ description: 'what needs more than one person' }),
  ...recordView,
  notes: Notes,
  files: z.array(FileView).meta({ description: 'what was kept with it' }),
  owed: z.array(z.string()).meta({ description: 'what has to be done before it can be closed' }),
  closedAt: Instant.nullable().meta({ description: 'null while it is open' }),
}).meta({ id: 'Case', description: 'A breach seen from the controller' });
