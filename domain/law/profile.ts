import type { Quorum } from '../approval/approval';
import { startOfLocalDay } from '../deadline/localTime';
import type { Issue } from '../shared/errors';
import { type Jurisdiction, type LawProfile, PROFILES, ZONE_OF } from './profiles';

/**
 * The profile in force at the instant that a clock runs from; null before the first. Asked once, when the clock begins:
 * from then on the clock is read by the id that it keeps (`profileOf`).
 */
export function profileAt(jurisdiction: Jurisdiction, t0: string): LawProfile | null {
  return PROFILES.find((profile) => profile.jurisdiction === jurisdiction && isInForce(profile, t0)) ?? null;
}

/** @throws RangeError for an id that no version of Vigie has known */
export function profileOf(id: string): LawProfile {
  const profile = PROFILES.find((one) => one.id === id);
  if (profile === undefined) throw new RangeError(`no such law profile: ${id}`);
  return profile;
}

function isInForce(profile: LawProfile, at: string): boolean {
  const { fromMs, toMs } = termOf(profile);
  const atMs = Date.parse(at);
  return atMs >= fromMs && atMs < toMs;
}

const terms = new Map<LawProfile, { fromMs: number; toMs: number }>();

/** When a profile is law: the same for ever, and asked for at every look at a case. */
function termOf(profile: LawProfile): { fromMs: number; toMs: number } {
  const known = terms.get(profile);
  if (known !== undefined) return known;
  const startMs = (day: string) => Date.parse(startOfLocalDay(day, ZONE_OF[profile.jurisdiction]));
  const { validFrom, validTo } = profile;
  const term = {
    fromMs: validFrom === null ? Number.POSITIVE_INFINITY : startMs(validFrom),
    toMs: validTo === null ? Number.POSITIVE_INFINITY : startMs(validTo),
  };
  terms.set(profile, term);
  return term;
}

/** Who moves a running clock to another law: the DPO and management, two persons. */
export const PROFILE_QUORUM: Quorum = [['DPO'], ['DIR']];

/**
 * Why a clock that runs under one law cannot be moved to another, whoever approves: empty if it can. A change of law by
 * itself moves nothing that runs (domain rules section 6; invariant 4).
 */
export function profileMoveFaults(fromId: string, toId: string, now: Date): Issue[] {
  const to = PROFILES.find(({ id }) => id === toId);
  const fault = (message: string): Issue[] => [{ pointer: '/profileId', message }];
  if (to === undefined) return fault('no such law profile');
  if (to.id === fromId) return fault('the clock runs under this law already');
  if (to.jurisdiction !== profileOf(fromId).jurisdiction) return fault('the law of another jurisdiction');
  if (!isInForce(to, now.toISOString())) return fault('a law that is not in force');
  return [];
}

/** Whether a law is still to come into force; a mere proposal is not. */
export const isToCome = (profile: LawProfile, now: Date): boolean =>
  profile.validFrom !== null && termOf(profile).fromMs > now.getTime();

/** Laws of the same jurisdiction that came into force after this one, or will; a mere proposal is none of them. */
export function laterProfiles(fromId: string): LawProfile[] {
  const { jurisdiction, validFrom: since } = profileOf(fromId);
  return PROFILES.filter(
    ({ jurisdiction: where, validFrom }) =>
      where === jurisdiction && validFrom !== null && since !== null && validFrom > since,
  );
}
