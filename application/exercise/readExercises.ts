import type { Exercise } from '../../domain/exercise/fold';
import { stepDue } from '../../domain/exercise/nextDue';
import { reportOf } from '../../domain/exercise/report';
import type { Report } from '../../domain/exercise/reportValues';
import type { Scenario } from '../../domain/exercise/scenario';
import { scenarios } from '../../domain/exercise/scenarios';
import type { Incident } from '../../domain/incident/incident';
import type { Organisation } from '../../domain/organisation/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import { filteredPage } from '../entries/filteredPage';
import { mayReadExercises } from '../policies/exercise';
import { mayReadIncidents } from '../policies/incident';
import type { Call } from '../ports/ports';
import { witnessAtStop } from './witness';
import { readYearly } from './yearly';

/** One runs at a time; a planned one may stand beside it. */
const MOST_RUNNING = 20;

/** What can be rehearsed, in the order in which it is offered. */
export function listScenarios({ ctx }: Pick<Call<void>, 'ctx'>): Result<readonly Scenario[]> {
  return mayReadExercises(ctx) ? done(scenarios) : refused({ code: 'actor.forbidden' });
}

/** The register of exercises, newest first: they stand in no other list. */
export async function listExercises({
  ctx,
  input,
}: Call<{ after?: string; limit: number }>): Promise<Result<Exercise[]>> {
  if (!mayReadExercises(ctx)) return refused({ code: 'actor.forbidden' });
  return done(await ctx.ports.projections.list(ctx.orgId, 'exercise', input));
}

/**
 * What a signal was ticked as an exercise for though nobody planned one: it stands in no other list either. Newest first.
 */
export async function listUnplanned({
  ctx,
  input,
}: Call<{ after?: string; limit: number }>): Promise<Result<Incident[]>> {
  if (!mayReadExercises(ctx) || !mayReadIncidents(ctx)) return refused({ code: 'actor.forbidden' });
  const isKept = ({ report }: Incident): boolean => report.exercise && report.drill === undefined;
  return done(await filteredPage(ctx, 'incident', input, isKept));
}

/** How an exercise stands: its report so far, or the one that was concluded and never changes. */
export type ReadExercise = { exercise: Exercise; report: Report };

export async function readExercise({ ctx, input }: Call<{ exerciseId: string }>): Promise<Result<ReadExercise>> {
  if (!mayReadExercises(ctx)) return refused({ code: 'actor.forbidden' });
  const exercise = await ctx.ports.projections.read(ctx.orgId, 'exercise', input.exerciseId);
  if (exercise === null) return refused({ code: 'subject.unknown' });
  if (exercise.concluded !== null) return done({ exercise, report: exercise.concluded.report });
  const seen = await witnessAtStop(ctx, exercise);
  return seen.ok ? done({ exercise, report: reportOf(seen.value) }) : seen;
}

/** What is open of exercises, for the page of what is to be done: those that run, and the limit of the year once it nears. */
export async function exercisesNow({
  ctx,
  input: organisation,
}: Call<Organisation>): Promise<{ running: Exercise[]; dueAt: string | null }> {
  if (!mayReadExercises(ctx)) return { running: [], dueAt: null };
  const { orgId, ports } = ctx;
  const [open, yearly] = await Promise.all([
    ports.projections.list(orgId, 'exercise', { open: true, limit: MOST_RUNNING }),
    readYearly(ctx, organisation),
  ]);
  const nowMs = ports.now().getTime();
  const running = open.filter(({ stage, planned }) => stage === 'PLANNED' && Date.parse(planned.startsAt) <= nowMs);
  return { running, dueAt: stepDue(yearly, ports.now()) === null ? null : yearly.dueAt };
}
