import { z } from 'zod';
import { Nature } from '../../../domain/deadline/breachClock';
import {
  IncidentKind,
  Severity,
  SignalChannel,
  SignalKind,
  Source,
  Touched,
} from '../../../domain/incident/vocabulary';
import { FactsRecorded } from '../../../domain/incident/workValues';
import { Instant } from '../../../domain/shared/instant';
import { SubNoticeReceived } from '../../../domain/incident/subNoticeValues';
import { described } from '../../http/described';
import { Id } from '../../http/fields';
import { subNoticeWords } from './bodies';
import { erasableWords } from '../erasableWords';
import { Notes } from '../noteView';
import { Regimes } from '../regimes/views';

const instant = (description: string) => Instant.meta({ description });
const maybe = (description: string) => Instant.nullable().meta({ description });
const actor = z.string().meta({ description: 'opaque id of who wrote it' });
const seq = z.int().positive().meta({ description: 'number of the entry' });

export const Stage = z
  .enum(['EVENT_NEW', 'TRIAGE', 'EVENT_CLOSED', 'INCIDENT', 'BREACH_SUSPECTED', 'BREACH', 'CLOSED'])
  .meta({ description: 'where it stands' });
export const Word = z.enum(['event', 'incident', 'breach']).meta({ description: 'what it is called now' });

export const ClockView = z
  .strictObject({
    status: z.enum(['none', 'provisional', 'confirmed', 'cancelled']).meta({ description: 'whether a limit runs' }),
    provisionalT0: maybe('earliest plausible instant: it binds until two persons approve a later one'),
    awareAt: maybe('instant of awareness'),
    detectedAt: maybe('instant of detection'),
    nature: z.array(Nature).meta({ description: 'what is lost, or may be' }),
    held: z
      .strictObject({
        detection: maybe('where every breach counts from detection'),
        confidentiality: maybe('where a loss of confidentiality does'),
      })
      .meta({ description: 'earliest detections: they bind until two persons approve later ones' }),
    changedAt: maybe('when the clock was last moved, confirmed or cancelled'),
  })
  .meta({ id: 'BreachClock', description: 'What the limits run from' });

const ReportView = z
  .strictObject({
    text: erasableWords('what was seen'),
    source: Source.meta({ description: 'who or what saw it' }),
    channel: SignalChannel.meta({ description: 'how the signal came in' }),
    looksLike: SignalKind.meta({ description: 'what it looked like to the declarant' }),
    alertedAt: instant('the first alert'),
    detectedAt: maybe('detection of the violation, if it was known'),
    receivedAt: instant('when the signal was recorded'),
    declarant: z
      .strictObject({
        name: erasableWords('name'),
        email: erasableWords('address'),
        phone: erasableWords('telephone'),
      })
      .meta({ description: 'contact of the declarant' }),
    systems: z.array(z.string()).nullable().meta({ description: 'systems concerned; null where erased' }),
  })
  .meta({ id: 'Report', description: 'The signal as it came' });

export const ApprovalView = z
  .strictObject({
    requestId: Id,
    command: z.string().meta({ description: 'what is asked' }),
    status: z.enum(['open', 'expired', 'void', 'effective']).meta({ description: 'void: decided otherwise meanwhile' }),
    requestHash: z.string().meta({ description: 'SHA-256 of what is asked: approve what was read' }),
    reason: erasableWords('why it is asked'),
    requestedBy: actor,
    requestedAt: instant('when it was asked'),
    expiresAt: instant('no yes counts from then on'),
    voices: z.array(z.string()).meta({ description: 'opaque ids of who said yes' }),
  })
  .meta({ id: 'Approval', description: 'What needs more than one person' });

const MeasureView = z
  .strictObject({
    measureId: Id,
    seq,
    byId: actor,
    kind: z.string().meta({ description: 'what the measure is for' }),
    status: z.enum(['taken', 'proposed']).meta({ description: 'taken, or proposed to the controller' }),
    at: instant('when it was or would be taken'),
    agreementId: z.string().nullable().meta({ description: 'the controller that it concerns; null for all' }),
    what: erasableWords('what is done'),
    owner: erasableWords('who answers for it'),
    recoveredData: erasableWords('which data it brings back'),
  })
  .meta({ id: 'Measure', description: 'What was done, or is proposed' });

const { agreementId: _agreementId, natureAdded: _natureAdded, ...factShape } = FactsRecorded.shape;

export const FactsView = described('Facts', 'What is known; a field that nobody gave is not there', factShape, {
  cause: 'cause',
  origin: 'origin',
  data: 'categories of data',
  sensitive: 'sensitive categories',
  personCategories: 'categories of persons',
  persons: 'approximate number of persons',
  records: 'approximate number of records',
  ongoing: 'whether it goes on',
  malicious: 'whether it was meant',
  attackKnownAt: 'instant at which an attack was known',
  beganAt: 'instant at which it began',
  endedAt: 'instant at which it ended',
  consequences: 'what happened to the data',
  harms: 'what persons may suffer',
  description: 'what happened',
  consequencesText: 'likely consequences, our view',
  systems: 'systems concerned',
});

const SubNoticeView = described(
  'SubNoticeView',
  'What a sub-processor told',
  { ...SubNoticeReceived.shape, seq, byId: actor, originTier: z.int().min(2), acknowledgedAt: Instant.nullable() },
  {
    ...subNoticeWords,
    leftOut: 'chains that came back to us or on themselves, where others did not; absent: none',
    subNoticeId: 'opaque id of the notice',
    toldBy: 'person who told it; null where erased',
    email: 'where that person is written to; null where erased',
    text: 'what they told; null where erased',
    items: 'what of it is passed on; null where erased',
    seal: 'signed notice that it came by; null: keyed in by hand',
    acknowledgedAt: 'when somebody acknowledged it; null: nobody has',
    held: 'items that came in by themselves and name a controller: kept in the text alone',
    seq: 'number of the entry',
    byId: 'opaque id of who wrote it',
    originTier: 'tier where it happened: 1 is ourselves',
  },
);

const row = {
  id: Id,
  ref: z.string().meta({ description: '`INC-…` once declared, `SIG-…` before' }),
  receipt: z.string().meta({ description: 'number that the declarant got, `SIG-…`' }),
  word: Word,
  stage: Stage,
  exercise: z.boolean().meta({ description: 'a drill' }),
  kind: IncidentKind.nullable().meta({ description: 'null until it is declared' }),
  severity: Severity.nullable().meta({ description: 'null until it is declared' }),
  alertedAt: instant('the first alert'),
  alertedDay: z.iso.date().nullable().meta({ description: 'its day, where the hour is not known' }),
  revision: z.int().positive().meta({ description: 'of its newest entry' }),
  clock: ClockView,
};

export const IncidentRow = z.strictObject(row).meta({ id: 'IncidentRow', description: 'An incident in a list' });

export const IncidentView = z
  .strictObject({
    ...row,
    report: ReportView,
    leadId: z.string().nullable().meta({ description: 'opaque id of who leads' }),
    touched: z.array(Touched).meta({ description: 'agreements whose data are or may be touched; it only grows' }),
    ownProcessing: z.boolean().meta({ description: 'data of our own processing are touched' }),
    ownCase: z
      .strictObject({ id: Id, ref: z.string().meta({ description: '`CTL-…`' }) })
      .nullable()
      .meta({ description: 'our case as its controller, which follows this incident; null while there is none' }),
    subNotices: z.array(SubNoticeView).meta({ description: 'what sub-processors told, as it was recorded' }),
    proposedAwareness: z
      .strictObject({
        awareAt: instant('receipt of the first certain notice'),
        subNoticeId: Id.meta({ description: 'the notice that it follows from' }),
      })
      .nullable()
      .meta({ description: 'awareness that a person is asked to confirm; null where there is none' }),
    facts: FactsView.meta({ description: 'what is known for all' }),
    factsByAgreement: z.record(z.string(), FactsView).meta({ description: 'what is known for one controller alone' }),
    measures: z.array(MeasureView).meta({ description: 'in the order in which they were written' }),
    notes: Notes,
    approvals: z.array(ApprovalView).meta({ description: 'what waits for a second person, or did' }),
    clockHistory: z
      .array(
        z.strictObject({
          seq,
          byId: actor,
          at: instant('when it was written'),
          type: z.string().meta({ description: 'type of the entry' }),
          before: ClockView,
          after: ClockView,
        }),
      )
      .meta({ description: 'each move of the clock; old values are kept' }),
    breakGlasses: z
      .array(
        z.strictObject({
          seq,
          byId: actor,
          at: instant('when it was written'),
          command: z.string().meta({ description: 'what was decided by one for two' }),
          reason: erasableWords('why'),
          reviewedBy: z.string().nullable().meta({ description: 'opaque id of who reviewed it; null until then' }),
        }),
      )
      .meta({ description: 'where one person acted for two' }),
    regimes: Regimes.meta({ description: 'other laws under which it may have to be told' }),
    closedAt: maybe('when it was closed'),
  })
  .meta({ id: 'Incident', description: 'An event, incident or breach as its entries say' });
