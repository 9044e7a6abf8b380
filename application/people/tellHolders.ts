import type { Deliverable } from '../../domain/delivery/events';
import type { Role } from '../../domain/shared/roles';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';

/** `reached`: by which roles somebody is told, none where nobody is; absent where each role that is asked has a holder. */
export type Told<T> = { told: T; reached?: Role[] };

/**
 * Who is told of what is for these roles: whoever holds one of them, else management. A role that nobody holds silences no
 * reminder, and where management is empty, too, the entry says that nobody was reached. No role asked: nobody is told.
 */
export async function holdersOf({ orgId, ports }: Context, roles: readonly Role[]): Promise<Told<Person[]>> {
  if (roles.length === 0) return { told: [] };
  const asked = await ports.people.withRoles(orgId, roles);
  if (asked.length > 0) {
    const reached = roles.filter((role) => asked.some((person) => person.roles.includes(role)));
    return { told: asked, ...(reached.length < roles.length && { reached }) };
  }
  const instead = roles.includes('DIR') ? [] : await ports.people.withRoles(orgId, ['DIR']);
  return { told: instead, reached: instead.length > 0 ? ['DIR'] : [] };
}

/** One message to each of them: who holds two of the roles is told once. What the entry says is spread into it. */
export async function tellHolders(
  ctx: Context,
  roles: readonly Role[],
  write: (person: Person) => Promise<Deliverable>,
): Promise<{ deliverables: Deliverable[]; reached?: Role[] }> {
  const { told, ...how } = await holdersOf(ctx, roles);
  return { deliverables: await Promise.all(told.map(write)), ...how };
}
