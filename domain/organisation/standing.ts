import type { Actor } from '../journal/entry';
import type { Role } from '../shared/roles';
import type { Member, Organisation } from './fold';

/** The member behind a person's id, while they are one. */
export function presentMember({ members }: Organisation, personId: string): Member | null {
  return members.find((member) => member.personId === personId && member.until === null) ?? null;
}

/**
 * Who speaks through a token, and as what; null once it is unknown, revoked or expired, or its person has left.
 * A person keeps one id over all tokens, and never more roles than the membership gives today.
 */
export function standingOf(
  organisation: Organisation,
  tokenId: string,
  now: Date,
): { actor: Actor; roles: readonly Role[] } | null {
  const token = organisation.tokens.find((candidate) => candidate.tokenId === tokenId);
  if (token === undefined || token.revokedAt !== null || Date.parse(token.expiresAt) <= now.getTime()) return null;
  if (token.holder.kind === 'tool') return { actor: token.holder, roles: token.roles };
  const member = presentMember(organisation, token.holder.id);
  if (member === null) return null;
  return { actor: token.holder, roles: token.roles.filter((role) => member.roles.includes(role)) };
}

/**
 * "Mails are caught, nobody outside is told": ends only when a relay is set and that very relay has taken a mail.
 *
 * @param current fingerprint of the relay by which mails leave now; null while they are caught
 */
export function mailsAreCaught({ relay }: Pick<Organisation, 'relay'>, current: string | null): boolean {
  return relay === null || relay.testedAt === null || relay.fingerprint !== current;
}
