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
 * "Mails are caught, nobody outside is told": while no relay is set, and of the demonstration for ever.
 *
 * @param current fingerprint of the relay by which mails leave now; null while they are caught
 */
export const mailsAreCaught = (
  { demonstration }: Pick<Organisation, 'demonstration'>,
  current: string | null,
): boolean => demonstration || current === null;

/** Mails leave by a relay of which nobody here has shown that it takes them; a test of another one counts for nothing. */
export function isRelayUntested(
  { relay, demonstration }: Pick<Organisation, 'relay' | 'demonstration'>,
  current: string | null,
): boolean {
  if (mailsAreCaught({ demonstration }, current)) return false;
  return relay === null || relay.testedAt === null || relay.fingerprint !== current;
}
