import type { Drill } from '../../domain/deadline/pace';
import { hasEnded } from '../../domain/exercise/over';
import type { Context } from '../ports/ports';

/** Whether what is asked about belongs to an exercise that has ended; false for what is none, or was planned by nobody. */
export async function isEnded({ orgId, ports }: Context, drill: Drill | undefined): Promise<boolean> {
  if (drill === undefined) return false;
  const exercise = await ports.projections.read(orgId, 'exercise', drill.exerciseId);
  return exercise !== null && hasEnded(exercise);
}
