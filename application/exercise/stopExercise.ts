import { decideStop, type StopExercise } from '../../domain/exercise/decide';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { changeSubject } from '../entries/changeSubject';
import { ENGINE } from '../policies/asker';
import { mayPlanExercise } from '../policies/exercise';
import type { Call } from '../ports/ports';
import { conclude } from './conclude';
import type { WrittenExercise } from './planExercise';

export type Stop = { exerciseId: string; key: string; stop: StopExercise; decided?: number | undefined };

/**
 * It is over: its clocks end, and its report is written. What this process does not come to any more, the engine does under
 * the same keys.
 */
export async function stopExercise({ ctx, input }: Call<Stop>): Promise<Result<WrittenExercise>> {
  if (!mayPlanExercise(ctx)) return refused({ code: 'actor.forbidden' });
  const { exerciseId: id, key, stop, decided } = input;
  const changed = await changeSubject(ctx, {
    kind: 'exercise',
    id,
    key,
    request: plain({ exerciseId: id, ...stop }),
    decided,
    standing: 'decision',
    decide(exercise) {
      const event = decideStop(exercise, stop);
      return event.ok ? done({ type: event.value.type, values: plain(event.value.values) }) : event;
    },
  });
  if (!changed.ok) return changed;
  const { entry, created } = changed.value;
  await conclude({ ...ctx, actor: ENGINE, roles: [] }, id);
  const exercise = await ctx.ports.projections.read(ctx.orgId, 'exercise', id);
  if (exercise === null) return refused({ code: 'subject.unknown' });
  return done({ id, ref: exercise.reference, seq: entry.seq, revision: entry.revision, created });
}
