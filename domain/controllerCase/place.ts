import type { Place } from '../deadline/longPeriods';
import type { CaseSeat, Seat } from '../authority/seat';
import type { CaseOpened } from './values';

/** Zones of the countries whose authorities are known, territories of France overseas included. */
const COUNTRIES: Readonly<Record<string, string>> = {
  'Europe/Paris': 'FR',
  'America/Cayenne': 'FR',
  'America/Guadeloupe': 'FR',
  'America/Marigot': 'FR',
  'America/Martinique': 'FR',
  'America/Miquelon': 'FR',
  'America/St_Barthelemy': 'FR',
  'Indian/Mayotte': 'FR',
  'Indian/Reunion': 'FR',
  'Europe/Brussels': 'BE',
  'Europe/Luxembourg': 'LU',
  'Europe/Amsterdam': 'NL',
  'Europe/Madrid': 'ES',
  'Europe/Rome': 'IT',
  'Europe/Dublin': 'IE',
  'Europe/Berlin': 'DE',
};

/** Country of a zone, ISO 3166-1 alpha-2; null where we know none. */
const countryIn = (zone: string): string | null => COUNTRIES[zone] ?? null;

/** Country of the establishment that owes the act, by the zone in which its clocks run; France where we know none. */
export const countryOf = ({ zone }: Pick<CaseOpened, 'zone'>): string => countryIn(zone) ?? 'FR';

/**
 * Where a controller is as a case that is opened now takes it: as its organisation recorded, else its own country, by its
 * zone. Null: neither is known, and a person has to say it (rule G12).
 */
export function seatAt(recorded: Seat | null, zone: string): CaseSeat | null {
  if (recorded !== null) return { ...recorded, from: 'organisation' };
  const country = countryIn(zone);
  return country === null
    ? null
    : { publicBody: false, establishments: [country], mainEstablishment: country, from: 'zone' };
}

/** Domain rules 3.4: the calendar is that of the seat of whoever owes the act. */
export const placeOf = (opened: Pick<CaseOpened, 'zone'>): Place => ({
  zone: opened.zone,
  calendar: countryOf(opened) === 'BE' ? 'BE' : 'FR-metropole',
});
