import { DAY_MS, plusMs } from '../shared/instant';
import type { Organisation } from './fold';

/** Who was handed a key by somebody is no second voice beside them for this long: the other directors are told meanwhile. */
export const NEW_KEY_MS = DAY_MS;

/**
 * Persons who, at `now`, may be one and the same as this one: within the last 24 h either gave the other a token,
 * revoked since or not; each with the instant at which that ends. A person acts by a token alone, so that a newly added person is among them.
 */
export function sameHand(
  { tokens }: Pick<Organisation, 'tokens'>,
  personId: string,
  now: Date,
): ReadonlyMap<string, string> {
  const fresh = tokens.filter(
    ({ holder, issuedAt }) => holder.kind === 'person' && now.getTime() - Date.parse(issuedAt) < NEW_KEY_MS,
  );
  const pairs = fresh.flatMap(({ holder, issuedBy, issuedAt }) => {
    const until = plusMs(issuedAt, NEW_KEY_MS);
    if (holder.id === personId) return [[issuedBy, until] as const];
    return issuedBy === personId ? [[holder.id, until] as const] : [];
  });
  return new Map(pairs.toSorted(([, a], [, b]) => Date.parse(a) - Date.parse(b)));
}
