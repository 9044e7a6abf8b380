import type { Member } from '../../domain/organisation/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import { readOrganisation } from '../organisation/readOrganisation';
import { mayReadMembers } from '../policies/organisation';
import type { Name } from '../ports/people';
import type { Call } from '../ports/ports';

/** `name` is null once it was erased. */
export type NamedMember = Member & { name: Name | null };

/** Members of today and of before, in the order in which they came; `decided` is what If-Match speaks of. */
export async function listMembers({
  ctx,
}: Pick<Call<null>, 'ctx'>): Promise<Result<{ members: NamedMember[]; decided: number }>> {
  if (!mayReadMembers(ctx)) return refused({ code: 'actor.forbidden' });
  const read = await readOrganisation({ ctx });
  if (!read.ok) return read;
  const names = await ctx.ports.people.names(ctx.orgId);
  const members = read.value.members.map((member) => ({ ...member, name: names.get(member.personId) ?? null }));
  return done({ members, decided: read.value.decided });
}
