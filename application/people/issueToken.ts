import { hashOf, secretFrom } from '../../domain/organisation/secret';
import type { Holder } from '../../domain/organisation/events';
import { valuesOf } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { changeOrganisation } from '../organisation/changeOrganisation';
import { mayIssueToken } from '../policies/organisation';
import type { Call } from '../ports/ports';

export type IssueToken = { key: string; holder: Holder; roles: Role[]; expiresAt: string };

export type IssuedToken = { seq: number; tokenId: string; secret: string | null };

/**
 * A key to the house: an entry first, then the hash of its secret. The secret is answered once; a repeat under the
 * same key gets it only if no answer had stored one (a crash between entry and hash).
 */
export async function issueToken({ ctx, input }: Call<IssueToken>): Promise<Result<IssuedToken>> {
  if (!mayIssueToken(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, ...asked } = input;
  const command = { kind: 'issueToken' as const, tokenId: ctx.ports.newId(), ...asked };
  const entry = await changeOrganisation(ctx, { key, request: { kind: command.kind, ...asked }, command });
  if (!entry.ok) return entry;
  const tokenId = String(valuesOf(entry.value)['tokenId']);
  const secret = secretFrom(ctx.ports.newNonce());
  const isStored = await ctx.ports.tokens.put(hashOf(secret), { orgId: ctx.orgId, tokenId });
  return done({ seq: entry.value.seq, tokenId, secret: isStored ? secret : null });
}
