import { isToCome, laterProfiles, profileMoveFaults } from '../law/profile';
import type { LawProfile } from '../law/profiles';
import type { Issue } from '../shared/errors';
import type { ControllerCase } from './case';
import { openLimit } from './term';

/** The case with its clock under another law: all else stays, and each limit is counted anew from the same instant. */
export const underLaw = (one: ControllerCase, lawProfile: string): ControllerCase => ({
  ...one,
  opened: { ...one.opened, lawProfile },
});

/** Laws to which the clock of this case could be moved, now or once they are in force: none while only its own is one. */
export const lawsAfter = (one: ControllerCase): LawProfile[] =>
  openLimit(one) === null ? [] : laterProfiles(one.opened.lawProfile);

/** Of these, what can be chosen now, and what is still to come. */
export const lawChoices = (one: ControllerCase, now: Date): { open: LawProfile[]; toCome: LawProfile[] } => ({
  open: lawsAfter(one).filter(({ id }) => lawMoveFaults(one, id, now).length === 0),
  toCome: lawsAfter(one).filter((law) => isToCome(law, now)),
});

/** Why the clock of this case cannot be moved to a law: nothing would change, or it is none that could count. */
export function lawMoveFaults(one: ControllerCase, profileId: string, now: Date): Issue[] {
  const idle = openLimit(one) === null ? [{ pointer: '', message: 'no limit runs that another law could move' }] : [];
  return [...idle, ...profileMoveFaults(one.opened.lawProfile, profileId, now)];
}
