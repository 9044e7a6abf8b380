import { DAY_MS } from '../shared/instant';
import { type CalendarId, isHoliday } from './holidays';
import { offsetMs } from './legalClock';
import { endOfLocalDay, startOfLocalDay } from './localTime';

/**
 * The end (24:00 local) of the nth working day after an instant. The day of the instant is not counted; working days are
 * Monday to Friday less the legal holidays of the debtor's calendar (French "jours ouvrés", never "ouvrables").
 *
 * @returns UTC instant
 * @see domain rules section 3.4 (reference agreement (b)(iii); CPC 641–642 by analogy)
 */
export function workingDaysAfter(instant: string, days: number, calendar: CalendarId, zone: string): string {
  let date = localDate(instant, zone);
  for (let left = days; left > 0;) {
    date = nextDate(date);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return endOfLocalDay(date, zone);
}

/** The first instant of the next working day after an instant. */
export function nextWorkingDay(instant: string, calendar: CalendarId, zone: string): string {
  let date = nextDate(localDate(instant, zone));
  while (!isWorkingDay(date, calendar)) date = nextDate(date);
  return startOfLocalDay(date, zone);
}

/** @param date calendar date, `YYYY-MM-DD` */
export function isWorkingDay(date: string, calendar: CalendarId): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(date, calendar);
}

const nextDate = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** The calendar date that an instant falls on in a zone. */
function localDate(instant: string, zone: string): string {
  const ms = Date.parse(instant);
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(0, 10);
}
