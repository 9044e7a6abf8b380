import { localDate, plusDays } from './calendarDate';
import { lastDayOf } from './longPeriods';
import { startOfLocalDay } from './localTime';

/** Years that an archive is kept (measures for social organisations). Duty S4-04, of a later issue: nothing uses it yet. */
export const ARCHIVE_YEARS = 10;

/** Months that a log may be kept at most (measures for social organisations): a setting; these are the defaults. */
export const LOG_MONTHS = { access: 6, technical: 3 } as const;

/** An archive is kept from 1 January after the year it was made; at `endsAt` it is to be destroyed, unless held. */
export function archivePeriod(archivedAt: string, zone: string): { startsAt: string; endsAt: string } {
  const year = Number(localDate(archivedAt, zone).slice(0, 4)) + 1;
  return {
    startsAt: startOfLocalDay(`${year}-01-01`, zone),
    endsAt: startOfLocalDay(`${year + ARCHIVE_YEARS}-01-01`, zone),
  };
}

/**
 * When a record of a log goes: one day before the same date so many months on, clamped. The purge runs daily and must not
 * come a day too late.
 *
 * @returns `lastDay` the day that must not be passed; `purgeAt` from when on the purge takes it
 */
export function logRetention(createdAt: string, months: number, zone: string): { lastDay: string; purgeAt: string } {
  const lastDay = lastDayOf(createdAt, { unit: 'months', length: months }, zone);
  return { lastDay, purgeAt: startOfLocalDay(plusDays(lastDay, -1), zone) };
}
