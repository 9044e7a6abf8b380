import type { AgreementVersion } from '../agreement/fold';
import { workingDaysAfter } from '../deadline/workingDays';

/**
 * Until when a question asked at an instant is to be answered: the contract's working days for requests, its calendar
 * and zone (reference agreement (b)(iii)). The one rule for the page of who asks, the clocks and the reminders.
 *
 * @returns UTC instant
 */
export const answerDue = (
  askedAt: string,
  { terms, calendar, timeZone }: Pick<AgreementVersion, 'terms' | 'calendar' | 'timeZone'>,
): string => workingDaysAfter(askedAt, terms.requests.workingDays, calendar, timeZone);
