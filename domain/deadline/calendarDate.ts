import { DAY_MS } from '../shared/instant';
import { offsetMs } from './legalClock';

/** The calendar date (`YYYY-MM-DD`) that an instant falls on in a zone. */
export function localDate(instant: string, zone: string): string {
  const ms = Date.parse(instant);
  return dateOf(ms + offsetMs(ms, zone));
}

export const plusDays = (date: string, days: number): string => dateOf(midnightMs(date) + days * DAY_MS);

/** The same day of a later month, or that month's last day where it has no such day. */
export function plusMonths(date: string, months: number): string {
  const from = new Date(midnightMs(date));
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay)));
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number => (midnightMs(to) - midnightMs(from)) / DAY_MS;

const midnightMs = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
