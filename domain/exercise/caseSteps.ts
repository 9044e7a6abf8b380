import type { Filing } from '../controllerCase/authority';
import { type ControllerCase, decisionOf } from '../controllerCase/case';
import { complementHours } from '../controllerCase/complement';
import { excusesAuthority } from '../controllerCase/decision';
import { foldCase } from '../controllerCase/fold';
import { TELL_HOURS } from '../controllerCase/personsLadders';
import { isTellingOwed } from '../controllerCase/personsOwed';
import { missingOf } from '../controllerCase/recordRegion';
import { authorityHours, authorityLimit, profileFor } from '../controllerCase/term';
import type { Entry } from '../journal/entry';
import { ACKNOWLEDGED_HOURS } from '../notice/ladders';
import { endsAt } from './nextMilestone';
import type { StepId } from './scenario';
import { nobody, type Seen, type Span, type Spanning } from './stepSeen';
import { type Did, didOf, firstAct, type Witnessed } from './witnessed';

export type CaseStep = Extract<
  StepId,
  'caseAcknowledged' | 'riskDecided' | 'filed' | 'completed' | 'persons' | 'personsTold' | 'recordReady' | 'caseClosed'
>;

/** Our own duties as a controller, of each case of ours: none where no data of ours were touched. */
export function caseSteps(seen: Witnessed, step: CaseStep, span: Spanning): Seen[] {
  if (seen.cases.length === 0) return unopened(seen, step, span);
  return seen.cases.flatMap((one) => {
    const found = stepOf(seen, one, step, span);
    return found === null ? [] : [{ ...found, about: { ...nobody, caseId: one.id } }];
  });
}

/** Data of ours are known to be touched, and no case of it was opened yet. */
function unopened({ incident }: Witnessed, step: CaseStep, span: Spanning): Seen[] {
  if (step !== 'riskDecided' && step !== 'filed') return [];
  const { aware, ownProcessing = false } = incident ?? { aware: null };
  const law = aware === null || !ownProcessing ? null : profileFor({ receivedAt: aware.at, knownAt: null });
  return aware === null || law === null ? [] : [{ span: span(aware.at, authorityHours(law)), did: null }];
}

/** Null: the step is none of this case. */
function stepOf({ exercise, entries }: Witnessed, one: ControllerCase, step: CaseStep, span: Spanning): Seen | null {
  const act = (...types: string[]): Did | null => firstAct(entries, one.id, types);
  const limit = authorityLimit(one);
  const toAuthority: Span | null = limit && { startedAt: one.clock.t0, limitAt: limit.strict };
  const toTheEnd: Span = { startedAt: one.clock.t0, limitAt: endsAt(exercise) };
  const decision = decisionOf(one);
  const { persons } = one;
  switch (step) {
    case 'caseAcknowledged':
      if (one.opened.origin !== 'processor') return null;
      return { span: span(one.opened.receivedAt, ACKNOWLEDGED_HOURS), did: act('processor.acknowledged') };
    case 'riskDecided':
      return { span: toAuthority, did: act('risk.decided') };
    case 'filed': {
      const isOwed = decision === null || !excusesAuthority(decision);
      return { span: isOwed ? toAuthority : null, did: act('authority.filed') };
    }
    case 'completed':
      return completed(one, entries, span);
    case 'persons': {
      const isOwed = decision?.risk === 'high' || persons.state !== 'UNDECIDED';
      return { span: isOwed ? toAuthority : null, did: personsDecided(one, entries) };
    }
    case 'personsTold': {
      const isOwed = isTellingOwed(persons) || persons.state === 'TOLD';
      const since = isOwed ? persons.requiredAt : null;
      return { span: since === null ? null : span(since, TELL_HOURS), did: act('persons.told') };
    }
    case 'recordReady':
      return { span: isRuledOut(one) ? null : toTheEnd, did: recordReady(one, entries) };
    case 'caseClosed':
      return { span: toTheEnd, did: act('case.closed') };
  }
}

/** Of what was no breach no record is owed, closed since or not. */
const isRuledOut = ({ stage, ruledOut }: ControllerCase): boolean => ruledOut !== null || stage === 'NOT_A_BREACH';

const isWhole = ({ type, final }: Filed): boolean => type === 'complete' || (type === 'complementary' && final);

type Filed = Pick<Filing, 'type' | 'seq' | 'sentAt'> & { authorityId: string; final: boolean };

/** What was filed, in the order of the journal. `final` stands in the entry alone. */
const filedOf = ({ authorities }: ControllerCase, entries: readonly Entry[]): Filed[] =>
  authorities
    .flatMap(({ authorityId, filings }) => filings.map((filing) => ({ ...filing, authorityId })))
    .map((filing) => ({ ...filing, final: entryAt(entries, filing.seq)?.fields['final']?.value === true }))
    .toSorted((a, b) => a.seq - b.seq);

const entryAt = (entries: readonly Entry[], seq: number): Entry | undefined =>
  entries.find((entry) => entry.seq === seq);

/** What an initial notification left open is said later (GDPR Art 33(4)); one that was complete at once leaves nothing. */
function completed(one: ControllerCase, entries: readonly Entry[], span: Spanning): Seen | null {
  const all = filedOf(one, entries);
  const first = all[0];
  if (first === undefined || isWhole(first)) return null;
  const whole = all.find(isWhole);
  const entry = whole && entryAt(entries, whole.seq);
  const hours = complementHours(first.authorityId, first.sentAt, one.opened);
  return { span: span(first.sentAt, hours), did: entry === undefined ? null : didOf(entry) };
}

/** A decision of the risk decides on telling the persons, too; what is said of them alone may come before it. */
function personsDecided(one: ControllerCase, entries: readonly Entry[]): Did | null {
  return firstAct(entries, one.id, [
    'risk.decided',
    'persons.required',
    'persons.exempted',
    'persons.held',
    'persons.ordered',
    'persons.lifted',
    'persons.told',
  ]);
}

/** The first entry of a person after which no field of the record was open (GDPR Art 33(5)). */
function recordReady(one: ControllerCase, entries: readonly Entry[]): Did | null {
  let state: ControllerCase | null = null;
  for (const entry of entries.filter(({ subject }) => subject.id === one.id)) {
    state = foldCase([entry], state);
    const isReady = state !== null && state.stage === 'BREACH' && missingOf(state).length === 0;
    if (isReady) return didOf(entry);
  }
  return null;
}

/** The case as it stood right after the authority was first told; null: it was not told. */
export function whenFirstFiled(one: ControllerCase, entries: readonly Entry[]): ControllerCase | null {
  const [first] = filedOf(one, entries);
  if (first === undefined) return null;
  return foldCase(entries.filter(({ subject, seq }) => subject.id === one.id && seq <= first.seq));
}
