import { authorityRegion, type ControllerCase } from '../domain/controllerCase/case';
import type { Milestone as CaseMilestone } from '../domain/controllerCase/nextMilestone';
import { openLimit } from '../domain/controllerCase/term';
import type { Exercise } from '../domain/exercise/fold';
import type { Milestone as ExerciseMilestone } from '../domain/exercise/nextMilestone';
import type { Incident } from '../domain/incident/incident';
import type { Milestone as IncidentMilestone } from '../domain/incident/nextMilestone';
import { dueOf, type NoticeCase } from '../domain/notice/case';
import { newestVersion } from '../domain/notice/fold';
import type { Milestone } from '../domain/notice/nextMilestone';

/** With what a workflow asks; ms since the epoch. A hand-over that failed waits until `handFromMs`. */
export type Asked = { nowMs: number; handFromMs: number };

/** What a workflow is told when it asks what is next; all of it lies in clear in Temporal: ids, words, instants. */
export type StepAnswer<M> = {
  readSeq: number;
  milestone: M | null;
  state: string;
  /** UTC instant of the limit; null where none runs, or it is discharged. */
  dueAt: string | null;
  /** Markdown for Temporal's own page. */
  details: string;
  /** `patienceMs`: how long one try of the act may take. `urgent`: it must leave before a limit. */
  pace: { urgent: boolean; patienceMs: number };
};

type Reading<M> = Pick<StepAnswer<M>, 'readSeq' | 'milestone'> & { leaseMs: number };

/** A try that hangs is given up before its lease ends; whoever finds it waits for the rest. */
const PATIENCE_PART = 0.75;
const LEAST_PATIENCE_MS = 2_000;

export function stepOfNotice(noticeCase: NoticeCase, reading: Reading<Milestone>): StepAnswer<Milestone> {
  const { notice } = noticeCase;
  const state = notice.life === 'OPEN' ? `${notice.delivery}/${notice.content}` : notice.life;
  const due = notice.dischargedAt === null && notice.life === 'OPEN' ? dueOf(noticeCase) : null;
  const facts = [
    `notice ${notice.id} of incident ${notice.opened.incidentId}`,
    `state ${state}, version ${newestVersion(notice)?.number ?? 0}, limit ${limitOf(due)}`,
  ];
  return step(reading, { state, dueAt: due?.dueAt ?? null, facts, urgent: isUrgent(noticeCase, reading.milestone) });
}

export function stepOfIncident(incident: Incident, reading: Reading<IncidentMilestone>): StepAnswer<IncidentMilestone> {
  const facts = [`incident ${incident.id}`, `stage ${incident.stage}, clock ${incident.clock.status}`];
  return step(reading, { state: incident.stage, dueAt: null, facts, urgent: false });
}

export function stepOfExercise(exercise: Exercise, reading: Reading<ExerciseMilestone>): StepAnswer<ExerciseMilestone> {
  const { id, stage, planned, injected } = exercise;
  const facts = [`exercise ${id}, scenario ${planned.scenario}`, `stage ${stage}, ${injected.length} told`];
  return step(reading, { state: stage, dueAt: null, facts, urgent: false });
}

export function stepOfCase(one: ControllerCase, reading: Reading<CaseMilestone>): StepAnswer<CaseMilestone> {
  const state = `${one.stage}/${authorityRegion(one)}/${one.persons.state}`;
  const due = openLimit(one);
  const facts = [`case ${one.id}`, `state ${state}, clock ${one.clock.status}, limit ${due?.strict ?? 'none'}`];
  return step(reading, { state, dueAt: due?.strict ?? null, facts, urgent: false });
}

function step<M extends { kind: string; atMs: number }>(
  { readSeq, milestone, leaseMs }: Reading<M>,
  shown: { state: string; dueAt: string | null; facts: string[]; urgent: boolean },
): StepAnswer<M> {
  const { state, dueAt, facts, urgent } = shown;
  const next = milestone === null ? 'nothing' : `${milestone.kind} at ${new Date(milestone.atMs).toISOString()}`;
  const details = [...facts, `next ${next}`, `read up to entry ${readSeq}`].map((line) => `- ${line}`).join('\n');
  const patienceMs = Math.max(LEAST_PATIENCE_MS, leaseMs * PATIENCE_PART);
  return { readSeq, milestone, state, dueAt, details, pace: { urgent, patienceMs } };
}

const limitOf = (due: { dueAt: string; provisional: boolean } | null): string =>
  due === null ? 'none' : `${due.dueAt}${due.provisional ? ' (provisional)' : ''}`;

/** Whatever freezes or carries a version; reminders can wait behind it. */
function isUrgent({ notice }: NoticeCase, milestone: Milestone | null): boolean {
  switch (milestone?.kind) {
    case 'protect':
    case 'report':
    case 'withdraw':
    case 'fallBack':
    case 'hand':
      return true;
    case 'deliver': {
      const { deliverableId } = milestone;
      return notice.versions.some(({ deliverableIds }) => deliverableIds.includes(deliverableId));
    }
    case 'remind':
    case 'settle':
    case undefined:
      return false;
  }
}
