import { done, refused, type Result } from '../../domain/shared/errors';
import { mayRename } from '../policies/organisation';
import type { Call } from '../ports/ports';
import { changeOrganisation } from './changeOrganisation';

export type RenameOrganisation = { key: string; name: string };

/** The name under which the house writes from now on; what has left keeps the one that it bore. */
export async function renameOrganisation({ ctx, input }: Call<RenameOrganisation>): Promise<Result<{ seq: number }>> {
  if (!mayRename(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, name } = input;
  const entry = await changeOrganisation(ctx, { key, command: { kind: 'rename', name } });
  return entry.ok ? done({ seq: entry.value.seq }) : entry;
}
