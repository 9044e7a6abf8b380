import { done, refused, type Result } from '../../domain/shared/errors';
import { changeOrganisation } from '../organisation/changeOrganisation';
import { mayManageMembers } from '../policies/organisation';
import type { Call } from '../ports/ports';

export type RemoveMember = { key: string; personId: string; decided: number };

/** The person leaves: every token of theirs is dead from this entry on. The name stays until it is erased. */
export async function removeMember({ ctx, input }: Call<RemoveMember>): Promise<Result<{ seq: number }>> {
  if (!mayManageMembers(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, personId, decided } = input;
  const entry = await changeOrganisation(ctx, { key, command: { kind: 'removeMember', personId }, decided });
  return entry.ok ? done({ seq: entry.value.seq }) : entry;
}
