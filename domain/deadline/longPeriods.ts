import { localDate, plusDays, plusMonths } from './calendarDate';
import type { CalendarId } from './calendar';
import type { LegalDue } from './legalClock';
import { endOfLocalDay } from './localTime';
import { workingDayFrom } from './workingDays';

export type LongUnit = 'days' | 'weeks' | 'months' | 'years';
export type LongPeriod = { unit: LongUnit; length: number };

/** Where an act is due: the zone that says which day it is, and the calendar that says which days are worked. */
export type Place = { zone: string; calendar: CalendarId };

/**
 * The last day of a period that runs from an instant: the day of the event is not counted; weeks, months and years end on
 * the day of the same name or date, or on the last day of a month that has no such date.
 *
 * @returns calendar date, `YYYY-MM-DD`
 * @see Regulation (EEC, Euratom) 1182/71 art. 3(1), 3(2)(b)–(c); C-171/03; domain rules section 3.4
 */
export function lastDayOf(t0: string, { unit, length }: LongPeriod, zone: string): string {
  const day = localDate(t0, zone);
  switch (unit) {
    case 'days':
      return plusDays(day, length);
    case 'weeks':
      return plusDays(day, 7 * length);
    case 'months':
      return plusMonths(day, length);
    case 'years':
      return plusMonths(day, 12 * length);
  }
}

/** 24:00 of the last day, whatever day that is: no weekend or holiday moves it. */
export const periodEnd = (t0: string, period: LongPeriod, zone: string): string =>
  endOfLocalDay(lastDayOf(t0, period, zone), zone);

/**
 * A limit of Union law in days or longer, counted both ways: `strict` is never moved; `reg1182` ends with the next working
 * day where the last one is a holiday, a Sunday or a Saturday, and a period of two days or more holds two working days.
 *
 * @see Regulation (EEC, Euratom) 1182/71 art. 3(4), 3(5)
 */
export function longLegalDue(t0: string, period: LongPeriod, { zone, calendar }: Place): LegalDue {
  const lastDay = lastDayOf(t0, period, zone);
  return {
    strict: endOfLocalDay(lastDay, zone),
    reg1182: endOfLocalDay(workingDayFrom(withTwoWorkingDays(t0, lastDay, period, { zone, calendar }), calendar), zone),
  };
}

/** The last day, or the second working day after the event where that is later: of periods in days alone, others hold two. */
function withTwoWorkingDays(
  t0: string,
  lastDay: string,
  { unit, length }: LongPeriod,
  { zone, calendar }: Place,
): string {
  if (unit !== 'days' || length < 2) return lastDay;
  const first = workingDayFrom(plusDays(localDate(t0, zone), 1), calendar);
  const second = workingDayFrom(plusDays(first, 1), calendar);
  return second > lastDay ? second : lastDay;
}
