import { localDate } from '../deadline/calendarDate';
import { readLocalTime } from '../deadline/localTime';
import type { Place } from '../deadline/longPeriods';
import { workingDayFrom } from '../deadline/workingDays';
import { plusMs } from '../shared/instant';

/**
 * Noon of the next working day, where a limit falls on one that is not worked; null where it does not.
 *
 * @see Delegated Regulation (EU) 2025/301 art. 5(4)
 */
export function noonOf(strict: string, { zone, calendar }: Place): string | null {
  // a limit at 24:00 falls on the day that ends
  const lastDay = localDate(plusMs(strict, -1), zone);
  const workingDay = workingDayFrom(lastDay, calendar);
  if (workingDay === lastDay) return null;
  const noon = readLocalTime({ date: workingDay, time: '12:00', zone, fold: 'first' });
  return noon.ok ? noon.instant : null;
}
