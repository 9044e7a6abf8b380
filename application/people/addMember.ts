import { hashOf } from '../../domain/organisation/secret';
import { valuesOf } from '../../domain/journal/entry';
import type { Organisation } from '../../domain/organisation/fold';
import { done, type Issue, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import type { Role } from '../../domain/shared/roles';
import { changeOrganisation } from '../organisation/changeOrganisation';
import { mayManageMembers } from '../policies/organisation';
import type { Name } from '../ports/people';
import type { Call } from '../ports/ports';

export type AddMember = { key: string; roles: Role[]; name: Name };

/**
 * A new member: the entry first (opaque id, roles), then the name where it can be erased. Repeated under its key
 * after a crash between the two, it mends the name.
 */
export async function addMember({ ctx, input }: Call<AddMember>): Promise<Result<{ seq: number; personId: string }>> {
  if (!mayManageMembers(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, roles, name } = input;
  // The journal learns whether a repeat asks the same, not what the name is.
  const request = { kind: 'addMember', roles, name: hashOf(`${key}|${canonical(name)}`) };
  const personId = ctx.ports.newId();
  const names = await ctx.ports.people.names(ctx.orgId);
  const entry = await changeOrganisation(ctx, {
    key,
    request,
    command: { kind: 'addMember', personId, roles },
    issuesIn: (organisation) => addressIssues(organisation, names, name),
  });
  if (!entry.ok) return entry;
  const added = String(valuesOf(entry.value)['personId']);
  await ctx.ports.people.put(ctx.orgId, added, name);
  return done({ seq: entry.value.seq, personId: added });
}

/** One address is one person: two members who share it could approve as two. */
function addressIssues({ members }: Organisation, names: ReadonlyMap<string, Name>, { email }: Name): Issue[] {
  const isTaken = members.some(
    ({ personId, until }) => until === null && names.get(personId)?.email.toLowerCase() === email.toLowerCase(),
  );
  return isTaken ? [{ pointer: '/email', message: 'is already the address of a member' }] : [];
}
