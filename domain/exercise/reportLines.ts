import { INVESTIGATION_HOURS, TRIAGE_HOURS } from '../deadline/incidentRows';
import { dueOf } from '../notice/case';
import { ACKNOWLEDGED_HOURS, MISSING_EXPLAIN_HOURS } from '../notice/ladders';
import { HOUR_MS, plusMs } from '../shared/instant';
import { caseSteps } from './caseSteps';
import { endsAt } from './nextMilestone';
import type { ReportLine, Verdict } from './reportValues';
import type { StepId } from './scenario';
import { scenarioOf } from './scenarios';
import { type About, nobody, type Seen, type Span, type Spanning } from './stepSeen';
import { type Did, firstAct, type Witnessed, type WitnessedNotice } from './witnessed';

const POINTS: Record<Verdict, number> = { onTarget: 2, inTime: 1, late: 0, missed: 0, none: 0 };

/** Each expected step with its time against its target, in the order of the scenario. Two points on target, one in time. */
export function reportLines(seen: Witnessed): ReportLine[] {
  const { exercise } = seen;
  return scenarioOf(exercise.planned.scenario).expected.flatMap(({ step, share }) =>
    stepsSeen(seen, step).map(({ span, did, about = nobody }) => lineOf(step, share, span, did, about)),
  );
}

function stepsSeen(seen: Witnessed, step: StepId): Seen[] {
  const { exercise, incident, entries } = seen;
  const { planned } = exercise;
  const span = (startedAt: string, hours: number): Span => ({
    startedAt,
    limitAt: plusMs(startedAt, (hours * HOUR_MS) / planned.pace),
  });
  const ofIncident = (types: string[], hours: number): Seen[] => [
    {
      span: span(incident?.report.at ?? planned.startsAt, hours),
      did: incident && firstAct(entries, incident.id, types),
    },
  ];
  switch (step) {
    case 'taken':
      return ofIncident(['triage.started'], TRIAGE_HOURS);
    case 'suspected':
      return ofIncident(['breach.suspected', 'aware.set'], INVESTIGATION_HOURS);
    case 'aware':
      return ofIncident(['aware.set'], INVESTIGATION_HOURS);
    case 'closed': {
      const did = incident && firstAct(entries, incident.id, ['incident.closed']);
      return [{ span: { startedAt: planned.startsAt, limitAt: endsAt(exercise) }, did }];
    }
    case 'noticed':
      return [...seen.notices.map((one) => noticed(seen, one)), ...unnoticed(seen, span)];
    case 'items':
      return seen.notices.map((one) => itemsGiven(seen, one, span));
    case 'acknowledged':
      return seen.notices.map((one) => acknowledged(one, span));
    case 'caseAcknowledged':
    case 'riskDecided':
    case 'filed':
    case 'completed':
    case 'persons':
    case 'personsTold':
    case 'recordReady':
    case 'caseClosed':
      return caseSteps(seen, step, span);
  }
}

const aboutOf = ({ notice: { id, opened } }: WitnessedNotice): About => ({
  noticeId: id,
  agreementId: opened.agreementId,
});

function noticed({ entries }: Witnessed, one: WitnessedNotice): Seen {
  const due = dueOf(one);
  const span = due === null ? null : { startedAt: due.t0, limitAt: due.dueAt };
  return { span, did: firstAct(entries, one.notice.id, ['notice.version']), about: aboutOf(one) };
}

/** A controller that was to be told, and for whom nobody opened anything. */
function unnoticed({ exercise: { planned }, incident, notices }: Witnessed, span: Spanning): Seen[] {
  const known = new Set(notices.map(({ notice }) => notice.opened.agreementId));
  return planned.agreementIds
    .filter((agreementId) => !known.has(agreementId))
    .map((agreementId) => ({
      span: span(incident?.report.at ?? planned.startsAt, INVESTIGATION_HOURS),
      did: null,
      about: { noticeId: null, agreementId },
    }));
}

/** c, d and e are all said, or said to be unknowable (invariant 10). */
function itemsGiven({ entries }: Witnessed, one: WitnessedNotice, span: Spanning): Seen {
  const due = dueOf(one);
  const whole = one.notice.versions.find(
    ({ items }) => items !== null && [items.c, items.d, items.e].every(({ answer }) => answer !== 'toFollow'),
  );
  const version = whole && entries.find((entry) => isVersion(entry, one.notice.id, whole.number));
  const byId = version?.actor.kind === 'person' ? version.actor.id : null;
  return {
    span: due === null ? null : span(due.t0, MISSING_EXPLAIN_HOURS),
    did: whole === undefined ? null : { at: whole.frozenAt, byId },
    about: aboutOf(one),
  };
}

const isVersion = ({ subject, type, fields }: Witnessed['entries'][number], id: string, number: number): boolean =>
  subject.id === id && type === 'notice.version' && fields['number']?.value === number;

/** Only where a contact that agreed to be tested was told: nobody else can be asked to acknowledge. */
function acknowledged({ notice, agreement, contacts }: WitnessedNotice, span: Spanning): Seen {
  const about = { noticeId: notice.id, agreementId: notice.opened.agreementId };
  const isAsked = agreement.terms.acknowledgement.expected && contacts.some((one) => one.acceptsExercises);
  const { dischargedAt, acknowledgements } = notice;
  const first = acknowledgements[0];
  const isOwed = isAsked && dischargedAt !== null;
  return {
    span: isOwed ? span(dischargedAt, ACKNOWLEDGED_HOURS) : null,
    did: first === undefined ? null : { at: first.at, byId: null },
    about,
  };
}

function lineOf(step: StepId, share: number, span: Span | null, did: Did | null, about: About): ReportLine {
  const done = { doneAt: did?.at ?? null, byId: did?.byId ?? null };
  if (span === null) {
    return {
      step,
      ...about,
      startedAt: null,
      targetAt: null,
      limitAt: null,
      ...done,
      verdict: 'none',
      points: 0,
      most: 0,
    };
  }
  const { startedAt, limitAt } = span;
  const targetAt = plusMs(startedAt, (Date.parse(limitAt) - Date.parse(startedAt)) * share);
  const verdict = verdictOf(done.doneAt, targetAt, limitAt);
  return {
    step,
    ...about,
    startedAt,
    targetAt,
    limitAt,
    ...done,
    verdict,
    points: POINTS[verdict],
    most: POINTS.onTarget,
  };
}

function verdictOf(doneAt: string | null, targetAt: string, limitAt: string): Verdict {
  if (doneAt === null) return 'missed';
  if (Date.parse(doneAt) <= Date.parse(targetAt)) return 'onTarget';
  return Date.parse(doneAt) <= Date.parse(limitAt) ? 'inTime' : 'late';
}
