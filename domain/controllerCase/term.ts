import type { ControllerCase } from './case';
import type { AuthorityTerm } from './clock';

/** GDPR Art 33(1), by law profile. A running clock keeps the profile that it began with. */
const HOURS: Readonly<Record<string, number>> = { 'EU-GDPR-2018': 72 };

/** @throws RangeError for a profile that this version does not know */
export function termOf({ opened: { lawProfile, zone } }: Pick<ControllerCase, 'opened'>): AuthorityTerm {
  const hours = HOURS[lawProfile];
  if (hours === undefined) throw new RangeError(`no such law profile: ${lawProfile}`);
  return { hours, zone };
}
