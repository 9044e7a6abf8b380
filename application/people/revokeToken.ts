import { done, refused, type Result } from '../../domain/shared/errors';
import { changeOrganisation } from '../organisation/changeOrganisation';
import { mayIssueToken } from '../policies/organisation';
import type { Call } from '../ports/ports';

export type RevokeToken = { key: string; tokenId: string };

/** From this entry on the token opens nothing, in any process. */
export async function revokeToken({ ctx, input }: Call<RevokeToken>): Promise<Result<{ seq: number }>> {
  if (!mayIssueToken(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, tokenId } = input;
  const entry = await changeOrganisation(ctx, { key, command: { kind: 'revokeToken', tokenId } });
  return entry.ok ? done({ seq: entry.value.seq }) : entry;
}
