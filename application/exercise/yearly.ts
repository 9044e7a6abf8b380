import { nextExerciseDue, stepDue, type Yearly } from '../../domain/exercise/nextDue';
import type { Organisation } from '../../domain/organisation/fold';
import { done, type Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { plainHead } from '../organisation/plainHead';
import { remindHouse } from '../organisation/remindHouse';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';
import { freezeLetter } from './freezeLetter';

const ASKED: readonly Role[] = ['DPO', 'DIR'];
const PAGE = 50;

/** Since when, and until when, the procedure is proved to work by a rehearsal of it. */
export async function readYearly({ orgId, ports }: Context, { createdAt, timeZone }: Organisation): Promise<Yearly> {
  for (let after: string | undefined; ;) {
    const page = await ports.projections.list(orgId, 'exercise', {
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    const last = page.find(({ concluded }) => (concluded?.score ?? 0) > 0)?.concluded ?? null; // nobody’s is no proof
    after = page.at(-1)?.id;
    if (last === null && page.length === PAGE) continue;
    const lastAt = last?.at ?? null;
    return { lastAt, dueAt: nextExerciseDue(createdAt, lastAt, timeZone) };
  }
}

/**
 * Reminds DPO and management 30 days, a week and a day before the exercise of the year is due, each step once under a key
 * made of the limit. The mails leave with the alarms of the house.
 */
export async function remindYearly(ctx: Context, organisation: Organisation): Promise<Result<number>> {
  const { dueAt } = await readYearly(ctx, organisation);
  const daysBefore = stepDue({ dueAt }, ctx.ports.now());
  if (daysBefore === null) return done(0);
  const request = { exerciseDue: dueAt, daysBefore };
  return remindHouse(ctx, organisation, {
    key: `exercise/due/${dueAt}/${daysBefore}`,
    request,
    roles: ASKED,
    mailTo: (person) => mailTo(ctx, organisation, request, person),
    event: { type: 'exercise.due', values: { dueAt, daysBefore } },
  });
}

type Asked = { exerciseDue: string; daysBefore: number };

/** No exercise itself: it is not marked as one. */
async function mailTo(
  ctx: Context,
  { name, timeZone }: Organisation,
  { exerciseDue: dueAt, daysBefore }: Asked,
  person: Person,
) {
  const { orgId, ports } = ctx;
  const date = ports.now();
  const reference = `EXE-${dueAt.slice(0, 4)}`;
  const head = plainHead({ reference, zone: timeZone, sender: name, now: date });
  const link = `${ports.settings.publicUrl}/o/${orgId}/exercises`;
  return freezeLetter(ctx, person, {
    subjectId: orgId,
    id: `exercise-${dueAt.slice(0, 10)}-${daysBefore}-${person.id}`,
    date,
    letter: { head, what: 'due', text: null, dueAt, link },
  });
}
