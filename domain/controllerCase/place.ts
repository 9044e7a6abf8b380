import type { Place } from '../deadline/longPeriods';
import type { CaseOpened } from './values';

/** Zones of the countries whose authorities are known; every other one is France, its territories overseas included. */
const COUNTRIES: Readonly<Record<string, string>> = {
  'Europe/Brussels': 'BE',
  'Europe/Luxembourg': 'LU',
  'Europe/Amsterdam': 'NL',
  'Europe/Madrid': 'ES',
  'Europe/Rome': 'IT',
  'Europe/Dublin': 'IE',
  'Europe/Berlin': 'DE',
};

/** Country of the establishment that owes the act, ISO 3166-1 alpha-2, by the zone in which its clocks run. */
export const countryOf = ({ zone }: Pick<CaseOpened, 'zone'>): string => COUNTRIES[zone] ?? 'FR';

/** Domain rules 3.4: the calendar is that of the seat of whoever owes the act. */
export const placeOf = (opened: Pick<CaseOpened, 'zone'>): Place => ({
  zone: opened.zone,
  calendar: countryOf(opened) === 'BE' ? 'BE' : 'FR-metropole',
});
