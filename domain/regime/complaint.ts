import type { Place } from '../deadline/longPeriods';
import type { Mark } from '../incident/incident';
import { profileAt } from '../law/profile';
import { ZONE_OF } from '../law/profiles';
import { answerTo, type Given, type Regimes } from './asked';

/** Elapsed hours are the same everywhere: of French law, counted where its days are (insurance code L12-10-1). */
const FRANCE: Place = { zone: ZONE_OF.FR, calendar: 'FR-metropole' };

/**
 * What was answered, and, where nobody has answered about the complaint, that it applies: from the knowledge of an attack its
 * 72 hours run, until it is filed or two persons record that no policy is there (domain rules 7.1, 7.6; L12-10-1).
 *
 * @param attack since when an attack is known, and the entry that says so; null where none is recorded
 */
export function withComplaint(regimes: Regimes, attack: (Mark & { knownAt: string }) | null): Regimes {
  if (attack === null || answerTo(regimes, 'insuranceComplaint') !== null) return regimes;
  const { knownAt, ...mark } = attack;
  const profileId = profileAt('FR', knownAt)?.id ?? null;
  const said = { regime: 'insuranceComplaint', concerned: 'yes', reason: null, triggerAt: knownAt, profileId } as const;
  const implied: Given = { ...said, place: FRANCE, facts: {}, implied: true, ...mark };
  return { ...regimes, answers: [...regimes.answers, implied] };
}
