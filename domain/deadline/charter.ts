import { daysBetween, localDate, plusDays } from './calendarDate';
import { lastDayOf } from './longPeriods';
import { endOfLocalDay, startOfLocalDay } from './localTime';

// Duties S1-06 and S0-02, of a later issue: nothing uses it yet.
const REPLY_MONTHS = 2;
const MISSING_ITEMS_DAYS = 15;

/** What was asked for because a file lacked it; `receivedAt` null until it came. */
export type MissingItems = { askedAt: string; receivedAt: string | null };

export type CharterReply = {
  /** Silence until then is a refusal. While items are awaited: as if they never came. */
  dueAt: string;
  /** Until when they are awaited; null where nothing was asked. Beyond: "close or resume?", on which the charter is silent. */
  itemsDueAt: string | null;
  suspendedDays: number;
};

/**
 * The charter's two months, from the sending of the acknowledgement to 24:00 of the same date, clamped. Items that lack
 * suspend them, from the request to the receipt or for fifteen days: what had run is kept, the days are added to the end.
 * No weekend or holiday moves it: the charter says nothing of them.
 *
 * @see domain rules section 3.4 (charter of referenced providers §2)
 */
export function charterReply(acknowledgedAt: string, missing: MissingItems | null, zone: string): CharterReply {
  const lastDay = lastDayOf(acknowledgedAt, { unit: 'months', length: REPLY_MONTHS }, zone);
  if (missing === null) return { dueAt: endOfLocalDay(lastDay, zone), itemsDueAt: null, suspendedDays: 0 };
  const suspendedDays = daysSuspended(missing, zone);
  return {
    dueAt: endOfLocalDay(plusDays(lastDay, suspendedDays), zone),
    itemsDueAt: endOfLocalDay(lastDayOf(missing.askedAt, { unit: 'days', length: MISSING_ITEMS_DAYS }, zone), zone),
    suspendedDays,
  };
}

function daysSuspended({ askedAt, receivedAt }: MissingItems, zone: string): number {
  if (receivedAt === null) return MISSING_ITEMS_DAYS;
  return Math.min(daysBetween(localDate(askedAt, zone), localDate(receivedAt, zone)), MISSING_ITEMS_DAYS);
}

/** "Before 31 January": the renewal must have left before this instant, which is itself too late. */
export const renewalLimit = (year: number, zone: string): string => startOfLocalDay(`${year}-01-31`, zone);

export type RenewalStatus = 'inTime' | 'dayItself' | 'late';

/** On 31 January it is late all the same, but may be argued for: flagged apart (charter of the region). */
export function renewalStatus(sentAt: string, year: number, zone: string): RenewalStatus {
  if (Date.parse(sentAt) < Date.parse(renewalLimit(year, zone))) return 'inTime';
  return localDate(sentAt, zone) === `${year}-01-31` ? 'dayItself' : 'late';
}
