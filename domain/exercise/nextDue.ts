import { localDate, plusMonths } from '../deadline/calendarDate';
import { endOfLocalDay } from '../deadline/localTime';
import { DAY_MS } from '../shared/instant';

/** Domain rules 7.7, months and years: days before the limit at which DPO and management hear of it. */
export const DUE_STEPS = [30, 7, 1] as const;

export type Yearly = { dueAt: string; lastAt: string | null };

/**
 * Until when the next exercise is to be held: a year after the last that was carried to its end, else after the
 * organisation began (duty S3-06).
 *
 * @returns UTC instant, the end of a day in the organisation's zone
 */
export function nextExerciseDue(createdAt: string, lastAt: string | null, zone: string): string {
  return endOfLocalDay(plusMonths(localDate(lastAt ?? createdAt, zone), 12), zone);
}

/** The highest step that has passed: days before the limit; null before any. */
export function stepDue({ dueAt }: Pick<Yearly, 'dueAt'>, now: Date): number | null {
  const daysLeft = (Date.parse(dueAt) - now.getTime()) / DAY_MS;
  return DUE_STEPS.toReversed().find((days) => daysLeft <= days) ?? null;
}
