import { type LimitDue, limitDue } from '../deadline/limit';
import type { Place } from '../deadline/longPeriods';
import type { LimitKey } from './limits';
import type { LawProfile } from './profiles';

/** A length of the profile that a clock keeps; `atLeast`: what a contract gives where that is more. */
export type LawLength = { profile: LawProfile; key: LimitKey; atLeast?: number };

/**
 * When a limit of law is over that runs from an instant.
 *
 * @param place zone and calendar of the establishment that owes the act
 * @throws RangeError where the law of that profile gives no such length
 */
export function lawDue({ profile, key, atLeast = 0 }: LawLength, t0: string, place: Place): LimitDue {
  const limit = profile.limits[key];
  if (limit === undefined) throw new RangeError(`${profile.id} gives no ${key}`);
  return limitDue({ ...limit, length: Math.max(limit.length, atLeast) }, t0, place);
}
