import type { Exercise } from '../../domain/exercise/fold';
import type { Role } from '../../domain/shared/roles';
import { plainHead } from '../organisation/plainHead';
import { DEFAULT_ZONE } from '../organisation/zoneOf';
import { tellHolders } from '../people/tellHolders';
import type { Context } from '../ports/ports';
import { freezeLetter } from './freezeLetter';

/** Whom a scenario tells how it goes on: who would be telephoned. */
export const TEAM: readonly Role[] = ['O', 'IM', 'DPO'];

/** One mail to each of the team, marked as all of an exercise is; what is told is in the language of the exercise. */
export async function tellTeam(ctx: Context, exercise: Exercise, { index, text }: { index: number; text: string }) {
  const { orgId, ports } = ctx;
  const organisation = await ports.projections.read(orgId, 'organisation', orgId);
  const date = ports.now();
  const head = plainHead({
    reference: exercise.reference,
    zone: organisation?.timeZone ?? DEFAULT_ZONE,
    sender: organisation?.name ?? 'Vigie',
    now: date,
  });
  const link = `${ports.settings.publicUrl}/o/${orgId}/exercises/${exercise.id}`;
  const letter = { head: { ...head, exercise: true }, what: 'inject' as const, text, dueAt: null, link };
  return tellHolders(ctx, TEAM, (person) =>
    freezeLetter(ctx, person, { subjectId: exercise.id, id: `inject-${index}-${person.id}`, date, letter }),
  );
}
