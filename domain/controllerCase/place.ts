import type { CalendarId } from '../deadline/calendar';
import type { Place } from '../deadline/longPeriods';
import type { CaseSeat, Seat } from '../authority/seat';
import { countryIn } from '../party/zoneCountry';
import type { CaseOpened } from './values';

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

/** The calendar of a zone where nobody has said another: of Belgium its own, else of metropolitan France. */
export const calendarIn = (zone: string): CalendarId => (countryOf({ zone }) === 'BE' ? 'BE' : 'FR-metropole');

/** Domain rules 3.4: the calendar is that of the seat of whoever owes the act. */
export const placeOf = ({ zone, calendar }: Pick<CaseOpened, 'zone' | 'calendar'>): Place => ({
  zone,
  calendar: calendar ?? calendarIn(zone),
});
