import type { Exercise } from '../../domain/exercise/fold';
import { reportOf } from '../../domain/exercise/report';
import type { Report } from '../../domain/exercise/reportValues';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadExercises } from '../policies/exercise';
import type { Call } from '../ports/ports';
import { witness } from './witness';

/** The register of exercises, newest first: they stand in no other list. */
export async function listExercises({
  ctx,
  input,
}: Call<{ after?: string; limit: number }>): Promise<Result<Exercise[]>> {
  if (!mayReadExercises(ctx)) return refused({ code: 'actor.forbidden' });
  return done(await ctx.ports.projections.list(ctx.orgId, 'exercise', input));
}

/** How an exercise stands: its report so far, or the one that was concluded and never changes. */
export type ReadExercise = { exercise: Exercise; report: Report };

export async function readExercise({ ctx, input }: Call<{ exerciseId: string }>): Promise<Result<ReadExercise>> {
  if (!mayReadExercises(ctx)) return refused({ code: 'actor.forbidden' });
  const exercise = await ctx.ports.projections.read(ctx.orgId, 'exercise', input.exerciseId);
  if (exercise === null) return refused({ code: 'subject.unknown' });
  if (exercise.concluded !== null) return done({ exercise, report: exercise.concluded.report });
  const seen = await witness(ctx, exercise);
  return seen.ok ? done({ exercise, report: reportOf(seen.value) }) : seen;
}
