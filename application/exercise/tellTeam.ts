import type { Deliverable } from '../../domain/delivery/events';
import type { Exercise } from '../../domain/exercise/fold';
import type { ExerciseLetter } from '../../domain/letters/inside';
import type { Role } from '../../domain/shared/roles';
import { freezeMail } from '../delivery/freezeMail';
import { plainHead } from '../organisation/plainHead';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';

/** Whom a scenario tells how it goes on: who would be telephoned. */
export const TEAM: readonly Role[] = ['O', 'IM', 'DPO'];

/** One mail to each of the team, marked as all of an exercise is; what is told is in the language of the exercise. */
export async function tellTeam(
  ctx: Context,
  exercise: Exercise,
  { index, text }: { index: number; text: string },
): Promise<Deliverable[]> {
  const { orgId, ports } = ctx;
  const [people, organisation] = await Promise.all([
    ports.people.withRoles(orgId, TEAM),
    ports.projections.read(orgId, 'organisation', orgId),
  ]);
  const date = ports.now();
  const head = plainHead({
    reference: exercise.reference,
    zone: organisation?.timeZone ?? 'UTC',
    sender: organisation?.name ?? 'Vigie',
    now: date,
  });
  const link = `${ports.settings.publicUrl}/o/${orgId}/exercises/${exercise.id}`;
  return Promise.all(
    people.map(async (person: Person) => {
      const data: ExerciseLetter = {
        head: { ...head, exercise: true },
        to: person.name,
        what: 'inject',
        text,
        dueAt: null,
        link,
      };
      return freezeMail(ctx, exercise.id, {
        id: `inject-${index}-${person.id}`,
        to: { kind: 'person', id: person.id },
        address: person.email,
        rendered: await ports.texts.render('exercise', person.language, data),
        language: person.language,
        date,
      });
    }),
  );
}
