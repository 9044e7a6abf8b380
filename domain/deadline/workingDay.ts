import { DAY_MS, HOUR_MS, plusMs } from '../shared/instant';
import { startOfLocalDay } from './localTime';
import { offsetMs } from './legalClock';

const OPENING_HOUR = 9;
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const MOVABLE = [1, 39, 50];

/**
 * 09:00 local of the first working day after the day of an instant: Monday to Friday less the eleven legal holidays of
 * French labour code L3133-1.
 *
 * @param zone IANA zone of the place where people work
 */
export function nextWorkingMorning(instant: string, zone: string): string {
  const localDate = new Date(Date.parse(instant) + offsetMs(Date.parse(instant), zone)).toISOString().slice(0, 10);
  let date = dayAfter(localDate);
  while (!isWorkingDay(date)) date = dayAfter(date);
  return plusMs(startOfLocalDay(date, zone), OPENING_HOUR * HOUR_MS);
}

export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isFrenchHoliday(date);
}

function isFrenchHoliday(date: string): boolean {
  const sinceEaster = (Date.parse(`${date}T00:00:00Z`) - easterSundayMs(Number(date.slice(0, 4)))) / DAY_MS;
  return FIXED.includes(date.slice(5)) || MOVABLE.includes(sinceEaster);
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** Gregorian Easter (Meeus, Jones and Butcher), as UTC midnight. */
function easterSundayMs(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapless = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + leapless + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * shift + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}
