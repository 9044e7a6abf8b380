import { changeRecord } from '../authority/breachRecord';
import { requestOf } from '../approval/fold';
import { addAttempt, addDeliverables, addOutcome, addReport } from '../delivery/outbox';
import { keptFile } from '../file/kept';
import type { Mark } from '../incident/incident';
import type { Entry } from '../journal/entry';
import { isJournalEvent } from '../journal/events';
import { referenceOf } from '../journal/reference';
import { noRegimes } from '../regime/asked';
import { changeRegimes, isRegimeEvent } from '../regime/fold';
import { readEvent } from '../shared/readEvent';
import { SubjectUnreadable } from '../shared/unreadable';
import { changeAwaits } from './awaited';
import type { ControllerCase } from './case';
import { cancelClock, confirmClock, correctClock, startClock } from './clock';
import { decisionFrom } from './decision';
import { completeRecord } from './completeRecord';
import { CaseEvent, caseDecisions } from './events';
import { followIncident, moved, prefill } from './foldFollowed';
import { grownBy } from './growth';
import { changeAuthority, isAuthorityEvent } from './foldAuthority';
import { changePersons, isPersonsEvent, reassessed, stopped } from './foldPersons';
import { undecided } from './persons';
import { changeDealings, isProcessorEvent, noDealings } from './processor';
import { inform, recordedAt } from './processorSays';
import { underLaw } from './lawMove';
import { placeOf } from './place';
import { quorumIn } from './quorum';
import { attackIn } from './regimes';
import { hearNews, reopened } from './newFacts';
import { hear } from '../approval/fold';
import type { CaseOpened } from './values';

/**
 * The state of a controller's case from its entries in order of revision, on top of an older state if there is one.
 *
 * @throws SubjectUnreadable for an entry that this version does not know
 */
export function foldCase(entries: readonly Entry[], start: ControllerCase | null = null): ControllerCase | null {
  return entries.reduce(apply, start);
}

function apply(one: ControllerCase | null, entry: Entry): ControllerCase | null {
  if (one !== null && entry.revision <= one.revision) return one; // the same entry, read again
  const { seq, revision } = entry;
  if (one !== null && isJournalEvent(entry)) return { ...one, seq, revision };
  const event = readEvent(CaseEvent, entry);
  if (event.type === 'case.opened') return openedCase(entry, event.values);
  if (one === null) throw new SubjectUnreadable(entry.type);
  const mark = { seq, at: entry.recordedAt, byId: entry.actor.id };
  const changes = { ...one, ...change(one, event, mark, entry.at), ...grownBy(one, event, mark), seq, revision };
  const news = { ...changes, saidAt: recordedAt(one, changes.said, seq) };
  const changed = { ...news, ...completeRecord(news) };
  const effects = ({ approvals }: ControllerCase) => approvals.filter(({ effective }) => effective).length;
  const isDecision = caseDecisions.includes(event.type) || effects(changed) > effects(one);
  const attack = one.attack ?? attackIn(changed, mark);
  return { ...changed, attack, decided: isDecision ? revision : one.decided };
}

function openedCase(entry: Entry, opened: CaseOpened): ControllerCase {
  const { seq, revision, recordedAt: at, actor, subject } = entry;
  const mark = { seq, at, byId: actor.id };
  const { kind, receivedAt, reference, version, envelopeHash, from, text, source } = opened;
  const said = opened.nature.length === 0 ? {} : { natures: [...opened.nature] };
  return {
    id: subject.id,
    seq,
    revision,
    decided: revision,
    stage: 'RECEIVED',
    reference: referenceOf('CTL', { seq, recordedAt: at }),
    opened: { ...opened, ...mark },
    told: [{ kind, receivedAt, reference, version, envelopeHash, from, text, source, ...mark }],
    newsSeq: 0,
    grown: null,
    rescored: null,
    source,
    nature: opened.nature,
    followed: null,
    said,
    saidAt: recordedAt({ said: {}, saidAt: {} }, said, seq),
    informed: [],
    taken: null,
    record: said,
    takenFrom: {},
    clock: startClock(opened, at),
    excuses: [],
    awaits: [],
    clockHistory: [],
    qualified: null,
    ruledOut: null,
    advices: [],
    scores: [],
    decisions: [],
    authorities: [],
    persons: undecided,
    processor: noDealings,
    regimes: noRegimes,
    attack: null,
    notes: [],
    files: [],
    approvals: [],
    reminded: [],
    outbox: [],
    closed: null,
  };
}

type Later = Exclude<CaseEvent, { type: 'case.opened' }>;

/** What is owed to the persons counts from when it was decided, or asked, however late that was keyed in. */
function change(one: ControllerCase, event: Later, mark: Mark, happenedAt: string): Partial<ControllerCase> {
  const acted = { ...mark, at: happenedAt };
  if (isAuthorityEvent(event)) return { authorities: changeAuthority(one.authorities, event, mark) };
  if (isPersonsEvent(event)) {
    const isOwedSince = event.type === 'persons.required' || event.type === 'persons.held';
    return { persons: changePersons(one.persons, event, isOwedSince ? acted : mark) };
  }
  if (isProcessorEvent(event)) {
    const leaving = 'deliverables' in event.values ? event.values.deliverables : [];
    const outbox = addDeliverables(one.outbox, leaving, mark.at);
    return { processor: changeDealings(one.processor, event, mark), outbox };
  }
  if (isRegimeEvent(event)) return { regimes: changeRegimes(one.regimes, placed(one, event), mark) };
  switch (event.type) {
    case 'case.told': {
      const told = { told: [...one.told, { ...event.values, ...mark }], source: one.source ?? event.values.source };
      return 'typeVersion' in event ? { ...told, ...hearNews(one, event.values, mark) } : told;
    }
    case 'case.qualified': {
      const { awareAt, nature, reason } = event.values;
      const clock = confirmClock(one.clock, awareAt, mark.at);
      return {
        ...moved(one, clock, event.type, mark),
        stage: 'BREACH',
        nature,
        said: changeRecord(one.said, { natures: nature }),
        qualified: { ...mark, reason },
        ruledOut: null,
      };
    }
    case 'case.recorded': {
      const { awaited, ...said } = event.values;
      return { said: changeRecord(one.said, said), awaits: changeAwaits(one.awaits, awaited, mark) };
    }
    case 'record.excused': {
      const { fields, reason, reasons } = event.values;
      const excused = fields.map((field) => {
        const own = reasons?.find((each) => each.fields.includes(field))?.reason ?? reason;
        return { field, reason: own, seq: mark.seq, at: mark.at };
      });
      return { excuses: [...one.excuses, ...excused] };
    }
    case 'case.followed':
      return followIncident(one, event.values, mark, 'typeVersion' in event);
    case 'case.informed':
      return { informed: inform(one.informed, event.values, mark.seq) };
    case 'case.brought':
      return {};
    case 'case.prefilled':
      return prefill(one, event.values, mark);
    case 'risk.advised':
      return { advices: [...one.advices, { ...event.values, ...mark }] };
    case 'risk.scored':
      return { scores: [...one.scores, { ...event.values, ...mark }] };
    case 'risk.decided': {
      const decision = decisionFrom(event, mark);
      const holdStays = 'holdStays' in event.values;
      const persons = reassessed(one.persons, decision.risk, acted, decision.toldAnew, holdStays);
      return { decisions: [...one.decisions, decision], persons };
    }
    case 'file.kept':
      return {
        files: [...one.files, keptFile(event.values, mark)],
        outbox: addDeliverables(one.outbox, event.values.deliverables, mark.at),
      };
    case 'note.added':
      return { notes: [...one.notes, { ...event.values, ...mark }] };
    case 'case.reminded': {
      const { ladder, about, step, deliverables } = event.values;
      return {
        reminded: [...one.reminded, { ladder, about, step, at: mark.at }],
        outbox: addDeliverables(one.outbox, deliverables, mark.at),
      };
    }
    case 'case.closed':
      return { stage: 'CLOSED', closed: { ...mark, ...event.values } };
    case 'case.reopened':
      if ('typeVersion' in event) return reopened(one, mark);
      return { stage: one.qualified === null ? 'RECEIVED' : 'BREACH', closed: null };
    case 'approval.requested':
      return { approvals: [...one.approvals, requestOf(event.values, mark)] };
    case 'approval.given':
      return giveApproval(one, event.values, mark);
    case 'delivery.attempt':
      return { outbox: addAttempt(one.outbox, event.values) };
    case 'delivery.outcome':
      return { outbox: addOutcome(one.outbox, event.values, mark.at) };
    case 'delivery.reported':
      return { outbox: addReport(one.outbox, event.values, mark.at) };
  }
}

type RegimeEntry = Extract<CaseEvent, { type: `regime.${string}` }>;

/** What a case answers is due where its own clock runs. */
const placed = ({ opened }: ControllerCase, event: RegimeEntry) =>
  event.type === 'regime.concerned' ? { ...event, values: { ...event.values, place: placeOf(opened) } } : event;

/** The last voice needed is the effect: no entry follows that could be lost (ADR 0006). */
function giveApproval(
  one: ControllerCase,
  given: Extract<CaseEvent, { type: 'approval.given' }>['values'],
  mark: Mark,
): Partial<ControllerCase> {
  const { approvals, effective } = hear(one.approvals, given, mark, quorumIn(one));
  if (effective === null) return { approvals };
  const { proposal, reason } = effective;
  switch (proposal.command) {
    case 'aware.correct': {
      const clock = correctClock(proposal.awareAt, mark.at, proposal.isProvisional === true);
      return { approvals, ...moved(one, clock, proposal.command, mark) };
    }
    case 'law.move': {
      const { opened } = underLaw(one, proposal.profileId);
      return { approvals, opened, ...moved(one, one.clock, proposal.command, mark) };
    }
    case 'ruleOut': {
      const ruledOut = { ...mark, evidenceRefs: proposal.evidenceRefs, reason };
      const clock = cancelClock(one.clock, mark.at);
      return {
        approvals,
        ...moved(one, clock, proposal.command, mark),
        stage: 'NOT_A_BREACH',
        qualified: null,
        ruledOut,
        persons: stopped(one.persons),
      };
    }
    case 'regime.concern': {
      const { command: _command, ...values } = proposal;
      const event = { type: 'regime.concerned', values: { ...values, reason } } as const;
      return { approvals, regimes: changeRegimes(one.regimes, placed(one, event), mark) };
    }
    case 'regime.exclude': {
      const event = { type: 'regime.excluded', values: { regimes: proposal.regimes, reason } } as const;
      return { approvals, regimes: changeRegimes(one.regimes, event, mark) };
    }
  }
}
