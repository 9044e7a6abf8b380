import type { CalendarId } from './calendar';

/** A holiday of a fixed date (`MM-DD`), or so many days from Easter Sunday. */
type Rule = string | number;

const EASTER_MONDAY = 1;
const ASCENSION = 39;
const WHIT_MONDAY = 50;
const GOOD_FRIDAY = -2;

/** France, L3133-1 of the labour code: the eleven legal holidays. */
const FRANCE: readonly Rule[] = [
  '01-01',
  EASTER_MONDAY,
  '05-01',
  '05-08',
  ASCENSION,
  WHIT_MONDAY,
  '07-14',
  '08-15',
  '11-01',
  '11-11',
  '12-25',
];

/** The law as data: legal holidays by calendar (domain rules section 3.4). Belgium: its ten legal holidays. */
const RULES: Record<CalendarId, readonly Rule[]> = {
  'FR-metropole': FRANCE,
  'FR-alsace-moselle': [...FRANCE, GOOD_FRIDAY, '12-26'],
  BE: ['01-01', EASTER_MONDAY, '05-01', ASCENSION, WHIT_MONDAY, '07-21', '08-15', '11-01', '11-11', '12-25'],
};

/** @param date calendar date, `YYYY-MM-DD` */
export function isHoliday(date: string, calendar: CalendarId): boolean {
  const easterMs = easterSundayMs(Number(date.slice(0, 4)));
  return RULES[calendar].some((rule) =>
    typeof rule === 'string' ? date.slice(5) === rule : date === dateOf(easterMs + rule * 86_400_000),
  );
}

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Gregorian Easter by the anonymous algorithm (Meeus, Jones, Butcher). */
function easterSundayMs(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapCorrection = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCorrection - moonCorrection + 15) % 30;
  const yearOfCentury = year % 100;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const dayOfMarch = epact + weekday - 7 * correction + 22;
  return Date.UTC(year, 2, dayOfMarch);
}
