import type { Role } from '../shared/roles';
import { localDate, plusDays } from './calendarDate';
import type { Place } from './longPeriods';
import type { Pace } from './pace';
import { isWorkingDay, opensAt } from './workingDays';

/** At a share of the time, or when work begins on the last working day of the limit (0), or on the one before it (1). */
type DayStep = { roles: readonly Role[] } & ({ percent: number } | { workingDaysBefore: 0 | 1 });

/** Domain rules 7.7, row "5 jours ouvrés": the owner; day 4 at 09:00, with the DPO; day 5 at 09:00, the DPO; management. */
export const workingDayLadder: readonly DayStep[] = [
  { percent: 50, roles: ['IM'] },
  { workingDaysBefore: 1, roles: ['IM', 'DPO'] },
  { workingDaysBefore: 0, roles: ['DPO'] },
  { percent: 100, roles: ['DIR'] },
];

type Span = { from: string; dueAt: string };

/** `step`: the whole percent of the time that has passed then, as mails say it. */
export type DayRung = { step: number; atMs: number; roles: Role[] };

/**
 * The steps of a limit that ends with a working day, in their order. One that would come before half of the time comes at its
 * morning all the same; one that would come before the limit began does not come.
 *
 * @param span UTC instants, the limit at the pace of an exercise
 * @param place zone and calendar of whoever owes the answer
 */
export function workingDayRungs({ from, dueAt }: Span, { zone, calendar }: Place, pace: Pace = 1): DayRung[] {
  const [fromMs, pacedMs] = [Date.parse(from), Date.parse(dueAt) - Date.parse(from)];
  const spanMs = pacedMs * pace;
  const lastDay = localDate(new Date(fromMs + spanMs - 1).toISOString(), zone);
  const msAt = (step: DayStep): number => {
    if ('percent' in step) return (spanMs * step.percent) / 100;
    const day = step.workingDaysBefore === 0 ? lastDay : workingDayBefore(lastDay, calendar);
    return Date.parse(opensAt(day, zone)) - fromMs;
  };
  return workingDayLadder
    .map((step) => ({ ms: msAt(step), roles: [...step.roles] }))
    .filter(({ ms }) => ms > 0)
    .toSorted((a, b) => a.ms - b.ms)
    .map(({ ms, roles }) => ({ step: Math.floor((100 * ms) / spanMs), atMs: fromMs + ms / pace, roles }));
}

function workingDayBefore(date: string, calendar: Place['calendar']): string {
  let day = plusDays(date, -1);
  while (!isWorkingDay(day, calendar)) day = plusDays(day, -1);
  return day;
}
