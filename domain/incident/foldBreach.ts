import { requestOf } from '../approval/fold';
import type { BreachClock } from '../deadline/breachClock';
import { addNature, bringForward, cancel, confirm, correct, suspect } from './clock';
import type { IncidentEvent } from './events';
import type { ClockChange, Incident, Mark } from './incident';
import type { Touched } from './vocabulary';
import type { FactsRecorded } from './workValues';

type BreachEvent = Extract<
  IncidentEvent,
  {
    type:
      | 'breach.suspected'
      | 'breach.extended'
      | 'aware.set'
      | 'aware.corrected'
      | 'breach.ruledOut'
      | 'facts.recorded';
  }
>;

/** What an entry that speaks of a breach changes. The text of each stays with the entry that it came in. */
export function changeBreach(incident: Incident, event: BreachEvent, mark: Mark): Partial<Incident> {
  const moved = (clock: BreachClock) => moveClock(incident, clock, event.type, mark);
  switch (event.type) {
    case 'breach.suspected':
      return {
        ...moved(suspect(incident.clock, event.values, mark.at)),
        ...touch(incident, event.values),
        stage: 'BREACH_SUSPECTED',
        suspected: { ...event.values, ...mark },
        ruledOut: null,
      };
    case 'breach.extended': {
      const { t0 } = event.values;
      return {
        ...(t0 !== null && moved(bringForward(incident.clock, t0, mark.at))),
        ...touch(incident, event.values),
      };
    }
    case 'aware.set':
      return { ...moved(confirm(incident.clock, event.values, mark.at)), ...aware(incident, event.values, mark) };
    case 'aware.corrected': {
      const broken = { ...mark, command: 'aware.correct', reason: event.values.breakGlassReason, reviewed: null };
      return {
        ...moved(correct(incident.clock, event.values, mark.at)),
        stage: 'BREACH',
        breakGlasses: [...incident.breakGlasses, broken],
      };
    }
    case 'breach.ruledOut':
      return {
        ...moved(cancel(incident.clock, mark.at)),
        stage: 'INCIDENT',
        ruledOut: { ...mark, ...event.values },
      };
    case 'facts.recorded': {
      const { natureAdded } = event.values;
      return {
        ...(natureAdded && moved(addNature(incident.clock, natureAdded, mark.at))),
        facts: recordFacts(incident, event.values),
        attack: attackKnown(incident, event.values, mark),
      };
    }
  }
}

/** Keeps what the clock said before. */
export function moveClock(incident: Incident, after: BreachClock, type: string, mark: Mark): Partial<Incident> {
  if (after === incident.clock) return {};
  const changed: ClockChange = { ...mark, type, before: incident.clock, after };
  return { clock: after, clockHistory: [...incident.clockHistory, changed] };
}

type AwareValues = Extract<IncidentEvent, { type: 'aware.set' }>['values'];

/** An awareness later than what runs is, in the same entry, the first person's request to let the earlier limit go. */
function aware(incident: Incident, values: AwareValues, mark: Mark): Partial<Incident> {
  const { release, awareAt } = values;
  const request =
    release &&
    requestOf(
      {
        ...release,
        command: 'clock.release',
        proposal: { command: 'clock.release' as const, awareAt },
        reason: values.gapReason,
        boundTo: incident.revision + 1,
      },
      mark,
    );
  return {
    ...touch(incident, values),
    stage: 'BREACH',
    aware: { ...values, ...mark },
    ruledOut: null,
    approvals: request ? [...incident.approvals, request] : incident.approvals,
  };
}

export function touch(
  incident: Incident,
  values: { touched: readonly Touched[]; ownProcessing: boolean },
): Partial<Incident> {
  const roles = new Map(incident.touched.map(({ agreementId, role }) => [agreementId, role]));
  for (const { agreementId, role } of values.touched) {
    const known = roles.get(agreementId);
    roles.set(agreementId, known === undefined || known === role ? role : 'both');
  }
  return {
    touched: [...roles].map(([agreementId, role]) => ({ agreementId, role })),
    ownProcessing: incident.ownProcessing || values.ownProcessing,
  };
}

/** The earliest instant ever recorded binds, unless it is said to be no attack: a later one moves nothing that runs. */
function attackKnown({ attack, facts }: Incident, values: FactsRecorded, mark: Mark): Incident['attack'] {
  const { attackKnownAt: knownAt, malicious } = { ...facts.common, ...values };
  if (knownAt === undefined || knownAt === null || malicious === false) return attack;
  return attack !== null && Date.parse(attack.knownAt) <= Date.parse(knownAt) ? attack : { ...mark, knownAt };
}

function recordFacts({ facts }: Incident, values: FactsRecorded): Incident['facts'] {
  const { agreementId, natureAdded: _added, ...recorded } = values;
  if (agreementId === null) return { ...facts, common: { ...facts.common, ...recorded } };
  const own = { ...facts.byAgreement[agreementId], ...recorded };
  return { ...facts, byAgreement: { ...facts.byAgreement, [agreementId]: own } };
}
