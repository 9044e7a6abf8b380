import { done, refused, type Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { changeOrganisation } from '../organisation/changeOrganisation';
import { mayManageMembers } from '../policies/organisation';
import type { Call } from '../ports/ports';

export type ChangeMember = { key: string; personId: string; roles: Role[]; decided: number };

/** Other roles from now on; tokens that claim more lose what is taken away. */
export async function changeMember({ ctx, input }: Call<ChangeMember>): Promise<Result<{ seq: number }>> {
  if (!mayManageMembers(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, personId, roles, decided } = input;
  const command = { kind: 'changeMember' as const, personId, roles };
  const entry = await changeOrganisation(ctx, { key, command, decided });
  return entry.ok ? done({ seq: entry.value.seq }) : entry;
}
