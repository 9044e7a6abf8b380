import type { LegalDue } from '../deadline/legalClock';
import { paced, paceOf } from '../deadline/pace';
import { profileAt, profileOf } from '../law/profile';
import { earliest } from '../shared/instant';
import { authorityRegion, type ControllerCase } from './case';
import { authorityDue, type AuthorityTerm } from './clock';

/**
 * GDPR Art 33(1) by the law profile that the clock began with: a change of law moves no running clock.
 *
 * @throws RangeError for a profile that this version does not know
 */
export const termOf = ({ opened: { lawProfile, zone } }: Pick<ControllerCase, 'opened'>): AuthorityTerm => ({
  hours: authorityHours(lawProfile),
  zone,
});

/** The same of a law profile, in hours. @throws RangeError for one that this version does not know */
export function authorityHours(lawProfile: string): number {
  const limit = profileOf(lawProfile).limits['gdpr.authority'];
  if (limit?.unit !== 'hours') throw new RangeError(`${lawProfile} has no hours for the authority`);
  return limit.length;
}

/** The limit for telling the authority, by its own law profile; null once no clock runs. */
export function authorityLimit(one: Pick<ControllerCase, 'clock' | 'opened'>): LegalDue | null {
  const due = authorityDue(one.clock, termOf(one));
  const at = (instant: string): string => paced(one.clock.t0, instant, paceOf(one.opened));
  return due && { ...due, strict: at(due.strict), reg1182: at(due.reg1182) };
}

/** The same while it is owed: no authority was told yet, and nothing decided that none has to be. */
export const openLimit = (one: ControllerCase): LegalDue | null =>
  authorityRegion(one) === 'PENDING' ? authorityLimit(one) : null;

/** The profile of Union law in force when it was first known; null before the GDPR applied. */
export const profileFor = ({ receivedAt, knownAt }: { receivedAt: string; knownAt: string | null }): string | null =>
  profileAt('EU', knownAt === null ? receivedAt : earliest(receivedAt, knownAt))?.id ?? null;
