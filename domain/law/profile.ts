import { isComplete, type Quorum, type Voice } from '../approval/approval';
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

/** A clock that runs, and the law that it began with. */
export type LawClock = { t0: string; profileId: string };

/** Who moves a running clock to another law: the DPO and management, two persons. */
export const PROFILE_QUORUM: Quorum = [['DPO'], ['DIR']];

/** Why a running clock cannot be moved to a profile, whoever approves: empty if it can. */
export function profileMoveFaults(clock: LawClock, toId: string, now: Date): Issue[] {
  const to = PROFILES.find(({ id }) => id === toId);
  const fault = (message: string): Issue[] => [{ pointer: '/profileId', message }];
  if (to === undefined) return fault('no such law profile');
  if (to.id === clock.profileId) return fault('the clock runs under this law already');
  if (to.jurisdiction !== profileOf(clock.profileId).jurisdiction) return fault('the law of another jurisdiction');
  if (!isInForce(to, now.toISOString())) return fault('a law that is not in force');
  return [];
}

/**
 * The clock under the law that two persons have moved it to; until the last voice, the clock as it was. A change of law
 * by itself moves nothing that runs (domain rules section 6; invariant 4).
 */
export function movedToProfile(clock: LawClock, toId: string, voices: readonly Voice[], now: Date): LawClock {
  if (!isComplete(voices, PROFILE_QUORUM)) return clock;
  return profileMoveFaults(clock, toId, now).length > 0 ? clock : { ...clock, profileId: toId };
}
