import { authorityOn } from '../authority/authorities';
import { localDate } from '../deadline/calendarDate';
import { profileAt } from '../law/profile';
import type { CaseOpened } from './values';

/** How often whoever completes a notification is reminded: our own figure, the GDPR says "without undue further delay". */
export const WEEK_HOURS = 168;

/**
 * Hours after an initial notification in which an authority asks for what completes it, if possible (CNIL: 72); where it
 * says nothing of it, a week of our own (GDPR Art 33(4)).
 *
 * @param sentAt when the initial notification left: the law profile in force then counts
 * @see domain rules 3.5, 7.4 (region SA)
 */
export function complementHours(authorityId: string, sentAt: string, { zone }: Pick<CaseOpened, 'zone'>): number {
  const asked = authorityOn(authorityId, localDate(sentAt, zone))?.complement ?? null;
  const limit = asked === null ? undefined : profileAt(asked.law, sentAt)?.limits[asked.key];
  return limit?.unit === 'hours' ? limit.length : WEEK_HOURS;
}
