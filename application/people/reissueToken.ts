import { presentMember } from '../../domain/organisation/standing';
import { done, refused, type Result } from '../../domain/shared/errors';
import { DAY_MS } from '../../domain/shared/instant';
import { readOrganisation } from '../organisation/readOrganisation';
import { mayIssueToken } from '../policies/organisation';
import type { Call } from '../ports/ports';
import { type IssuedToken, issueToken } from './issueToken';
import { revokeToken } from './revokeToken';

/** Who issues a token in the name of whoever holds the machine. */
export const MACHINE = 'machine';
const VALID_DAYS = 365;

export type ReissueToken = { key: string; personId?: string | undefined };

/**
 * A new token in place of a lost one, for whoever holds the machine: it reads and writes the database anyway, and so has
 * an entry here instead. The person's other tokens end, since what is lost may be found. Without `personId`: the first
 * member that manages, else the first of all.
 */
export async function reissueToken({
  ctx,
  input,
}: Call<ReissueToken>): Promise<Result<IssuedToken & { personId: string; revoked: number }>> {
  if (!mayIssueToken(ctx)) return refused({ code: 'actor.forbidden' });
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return organisation;
  const { members, tokens } = organisation.value;
  const present = members.filter(({ until }) => until === null);
  const wanted = input.personId ?? (present.find(({ roles }) => roles.includes('DIR')) ?? present[0])?.personId ?? '';
  const member = presentMember(organisation.value, wanted);
  if (member === null) return refused({ code: 'subject.unknown' });
  const { personId, roles } = member;
  const expiresAt = new Date(ctx.ports.now().getTime() + VALID_DAYS * DAY_MS).toISOString();
  const holder = { kind: 'person' as const, id: personId };
  const issued = await issueToken({ ctx, input: { key: input.key, holder, roles, expiresAt } });
  if (!issued.ok) return issued;
  const lost = tokens.filter(
    ({ holder: held, revokedAt }) => held.kind === 'person' && held.id === personId && revokedAt === null,
  );
  for (const { tokenId } of lost) {
    const revoked = await revokeToken({ ctx, input: { key: `${input.key}/${tokenId}`, tokenId } });
    if (!revoked.ok) return revoked;
  }
  return done({ ...issued.value, personId, revoked: lost.length });
}
