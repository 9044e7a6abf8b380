import { profileAt } from './profile';
import type { LawProfile } from './profiles';

export type AuthorityLaw = {
  profile: LawProfile;
  /** Hours that a controller has to tell its authority (GDPR Art. 33(1)). */
  hours: number;
};

/**
 * The law under which a controller that knows of a breach since `t0` tells its authority.
 *
 * @throws RangeError before the GDPR
 */
export function authorityLaw(t0: string): AuthorityLaw {
  const profile = profileAt('EU', t0);
  const limit = profile?.limits['gdpr.authority'];
  if (profile === null || limit?.unit !== 'hours')
    throw new RangeError(`no law of the Union for notifications at ${t0}`);
  return { profile, hours: limit.length };
}
