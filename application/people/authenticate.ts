import type { Actor } from '../../domain/journal/entry';
import type { Organisation } from '../../domain/organisation/fold';
import { hashOf, looksLikeSecret } from '../../domain/organisation/secret';
import { standingOf } from '../../domain/organisation/standing';
import type { Role } from '../../domain/shared/roles';
import type { Ports } from '../ports/ports';
import type { TokenPlace } from '../ports/tokens';

/** What a credential gives: one person or machine, in one organisation (as its entries say at that moment), as what. */
export type Membership = TokenPlace & { actor: Actor; roles: readonly Role[]; organisation: Organisation };

type Doors = Pick<Ports, 'tokens' | 'projections' | 'now'>;

/** Who shows this secret; null alike for one that never was, has expired, was revoked, or whose person has left. */
export async function authenticate(ports: Doors, secret: string): Promise<Membership | null> {
  if (!looksLikeSecret(secret)) return null;
  const place = await ports.tokens.find(hashOf(secret));
  return place === null ? null : membershipOf(ports, place);
}

/** Asked anew at each request, of the journal: a revocation holds at once, in every process and session. */
export async function membershipOf(ports: Doors, place: TokenPlace): Promise<Membership | null> {
  const organisation = await ports.projections.read(place.orgId, 'organisation', place.orgId);
  if (organisation === null) return null;
  const standing = standingOf(organisation, place.tokenId, ports.now());
  return standing === null ? null : { orgId: place.orgId, tokenId: place.tokenId, organisation, ...standing };
}
