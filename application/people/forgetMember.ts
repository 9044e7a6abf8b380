import { done, refused, type Result } from '../../domain/shared/errors';
import { changeOrganisation } from '../organisation/changeOrganisation';
import { mayForgetMember } from '../policies/organisation';
import type { Call } from '../ports/ports';

export type ForgetMember = { key: string; personId: string };

/**
 * Erases name and addresses of somebody who has left: first the entry, then the erasure. Repeated under its key after
 * a crash between the two, it finishes. What the person did stays under an opaque id.
 */
export async function forgetMember({ ctx, input }: Call<ForgetMember>): Promise<Result<{ seq: number }>> {
  if (!mayForgetMember(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, personId } = input;
  const entry = await changeOrganisation(ctx, { key, command: { kind: 'forgetMember', personId } });
  if (!entry.ok) return entry;
  await ctx.ports.people.forget(ctx.orgId, personId);
  return done({ seq: entry.value.seq });
}
