import { requestOf } from '../approval/fold';
import { addAttempt, addDeliverables, addOutcome, addReport } from '../delivery/outbox';
import type { Entry } from '../journal/entry';
import { isJournalEvent } from '../journal/events';
import { referenceOf } from '../journal/reference';
import { noRegimes } from '../regime/asked';
import { changeRegimes } from '../regime/fold';
import { readEvent } from '../shared/readEvent';
import { SubjectUnreadable } from '../shared/unreadable';
import { signalled } from './clock';
import { IncidentEvent, incidentDecisions } from './events';
import { giveApproval } from './foldApprovals';
import { changeBreach } from './foldBreach';
import { receiveSubNotice } from './foldSubNotice';
import { noteAcknowledged } from './subNotice';
import type { Incident, Mark } from './incident';
import type { Reported } from './reportValues';

/**
 * The state of an event, incident or breach from its entries in order of revision, on top of an older state if there is one.
 *
 * @throws SubjectUnreadable for an entry that this version does not know
 */
export function foldIncident(entries: readonly Entry[], start: Incident | null = null): Incident | null {
  return entries.reduce(apply, start);
}

function apply(incident: Incident | null, entry: Entry): Incident | null {
  if (incident !== null && entry.revision <= incident.revision) return incident; // the same entry, read again
  const { seq, revision } = entry;
  if (incident !== null && isJournalEvent(entry)) return { ...incident, seq, revision };
  const event = readEvent(IncidentEvent, entry);
  if (event.type === 'event.reported') return reported(entry, event.values);
  if (incident === null) throw new SubjectUnreadable(entry.type);
  const mark = { seq, at: entry.recordedAt, byId: entry.actor.id };
  const changed = { ...incident, ...change(incident, event, mark), seq, revision };
  return { ...changed, decided: isDecision(event, incident, changed) ? revision : incident.decided };
}

/** The last voice is a decision, since it takes effect; the voices before it are not. */
function isDecision({ type }: IncidentEvent, before: Incident, after: Incident): boolean {
  if (type !== 'approval.given') return incidentDecisions.includes(type);
  const effects = ({ approvals }: Incident) => approvals.filter(({ effective }) => effective).length;
  return effects(after) > effects(before);
}

function reported(entry: Entry, report: Reported): Incident {
  const { seq, revision, recordedAt, actor, subject } = entry;
  return {
    id: subject.id,
    seq,
    revision,
    decided: revision,
    stage: 'EVENT_NEW',
    reference: { signal: referenceOf('SIG', entry), incident: null },
    report: { ...report, seq, at: recordedAt, byId: actor.id },
    triage: null,
    dismissed: null,
    justifications: [],
    declared: null,
    told: [],
    suspected: null,
    aware: null,
    ruledOut: null,
    subNotices: [],
    touched: [],
    ownProcessing: false,
    clock: signalled(report.detectedAt),
    clockHistory: [],
    facts: { common: {}, byAgreement: {} },
    measures: [],
    notes: [],
    approvals: [],
    breakGlasses: [],
    regimes: noRegimes,
    attack: null,
    regimesReminded: [],
    peopleTold: [],
    outbox: [],
    closed: null,
  };
}

type Later = Exclude<IncidentEvent, { type: 'event.reported' }>;

function change(incident: Incident, event: Later, mark: Mark): Partial<Incident> {
  switch (event.type) {
    case 'triage.started':
      return { stage: 'TRIAGE', triage: mark };
    case 'event.dismissed':
      return dismissed(incident, event.values, mark);
    case 'event.reopened':
      return { stage: 'TRIAGE', dismissed: null, triage: mark, justifications: [] };
    case 'investigation.justified':
      return { justifications: [...incident.justifications, { ...mark, reason: event.values.reason }] };
    case 'incident.declared':
      return {
        stage: incident.clock.status === 'provisional' ? 'BREACH_SUSPECTED' : 'INCIDENT',
        declared: { ...event.values, ...mark },
        reference: { ...incident.reference, incident: referenceOf('INC', { seq: mark.seq, recordedAt: mark.at }) },
      };
    case 'subNotice.received':
      return receiveSubNotice(incident, event.values, mark);
    case 'subNotice.acknowledged':
      return {
        subNotices: noteAcknowledged(incident, event.values, mark),
        outbox: addDeliverables(incident.outbox, event.values.deliverables, mark.at),
      };
    case 'incident.told':
      return { told: [...incident.told, { ...mark, ...event.values }] };
    case 'incident.closed':
      return { stage: 'CLOSED', closed: { ...mark, outcome: event.values.outcome, lessons: event.values.lessons } };
    case 'incident.reopened':
      return { stage: incident.clock.status === 'confirmed' ? 'BREACH' : 'INCIDENT', closed: null };
    case 'measure.added':
      return { measures: [...incident.measures, { ...event.values, ...mark, at: event.values.at }] };
    case 'note.added':
      return { notes: [...incident.notes, { ...event.values, ...mark }] };
    case 'approval.requested':
      return { approvals: [...incident.approvals, requestOf(event.values, mark)] };
    case 'approval.given':
      return giveApproval(incident, event.values, mark);
    case 'review.done':
      return { breakGlasses: reviewed(incident, event.values.breakGlassSeq, mark) };
    case 'people.told': {
      const { step, about, deliverables } = event.values;
      return {
        peopleTold: [...incident.peopleTold, { step, about, at: mark.at }],
        outbox: addDeliverables(incident.outbox, deliverables, mark.at),
      };
    }
    case 'regime.concerned':
    case 'regime.excluded':
    case 'regime.sent':
      return { regimes: changeRegimes(incident.regimes, event, mark) };
    case 'regime.reminded': {
      const { ladder, about, step, deliverables } = event.values;
      return {
        regimesReminded: [...incident.regimesReminded, { ladder, about, step, at: mark.at }],
        outbox: addDeliverables(incident.outbox, deliverables, mark.at),
      };
    }
    case 'delivery.attempt':
      return { outbox: addAttempt(incident.outbox, event.values) };
    case 'delivery.outcome':
      return { outbox: addOutcome(incident.outbox, event.values, mark.at) };
    case 'delivery.reported':
      return { outbox: addReport(incident.outbox, event.values, mark.at) };
    default:
      return changeBreach(incident, event, mark);
  }
}

type Dismissal = Extract<IncidentEvent, { type: 'event.dismissed' }>['values'];

function dismissed(incident: Incident, values: Dismissal, mark: Mark): Partial<Incident> {
  const { personalDataOnSystem, reason, breakGlass, breakGlassReason } = values;
  const broken = { ...mark, command: 'event.dismiss', reason: breakGlassReason, reviewed: null };
  return {
    stage: 'EVENT_CLOSED',
    dismissed: { ...mark, reason, personalDataOnSystem },
    breakGlasses: breakGlass ? [...incident.breakGlasses, broken] : incident.breakGlasses,
  };
}

const reviewed = ({ breakGlasses }: Incident, seq: number, mark: Mark): Incident['breakGlasses'] =>
  breakGlasses.map((broken) => (broken.seq === seq ? { ...broken, reviewed: broken.reviewed ?? mark } : broken));
