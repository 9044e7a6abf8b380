import { hashOf } from '../../domain/organisation/secret';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { changeOrganisation } from '../organisation/changeOrganisation';
import { mayChangeContact } from '../policies/organisation';
import type { Name } from '../ports/people';
import type { Call } from '../ports/ports';

export type ChangeContact = { key: string; personId: string; name: Name };

/** How somebody is called and reached from now on. The journal says that it changed, not to what. */
export async function changeContact({ ctx, input }: Call<ChangeContact>): Promise<Result<{ seq: number }>> {
  const { key, personId, name } = input;
  if (!mayChangeContact(ctx, personId)) return refused({ code: 'actor.forbidden' });
  const request = { kind: 'changeContact', personId, name: hashOf(`${key}|${canonical(name)}`) };
  const entry = await changeOrganisation(ctx, { key, request, command: { kind: 'changeContact', personId } });
  if (!entry.ok) return entry;
  await ctx.ports.people.put(ctx.orgId, personId, name);
  return done({ seq: entry.value.seq });
}
