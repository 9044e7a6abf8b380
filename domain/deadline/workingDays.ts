import { localDate, plusDays } from './calendarDate';
import type { CalendarId } from './calendar';
import { isHoliday } from './holidays';
import { HOUR_MS, plusMs } from '../shared/instant';
import { endOfLocalDay, readLocalTime, startOfLocalDay } from './localTime';

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
    date = plusDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return endOfLocalDay(date, zone);
}

/** The first instant of the next working day after an instant. */
export function nextWorkingDay(instant: string, calendar: CalendarId, zone: string): string {
  return startOfLocalDay(workingDayFrom(plusDays(localDate(instant, zone), 1), calendar), zone);
}

/** When work begins: 09:00 local. @param date calendar date, `YYYY-MM-DD` */
export function opensAt(date: string, zone: string): string {
  const read = readLocalTime({ date, time: '09:00', zone, fold: 'first' });
  return read.ok ? read.instant : plusMs(startOfLocalDay(date, zone), 9 * HOUR_MS);
}

/** The day itself if it is a working day, else the next one. */
export function workingDayFrom(date: string, calendar: CalendarId): string {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = plusDays(day, 1);
  return day;
}

/** @param date calendar date, `YYYY-MM-DD` */
export function isWorkingDay(date: string, calendar: CalendarId): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(date, calendar);
}
