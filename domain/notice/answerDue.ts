import type { AgreementVersion } from '../agreement/fold';
import type { Terms } from '../agreement/terms';
import { type Pace, paced } from '../deadline/pace';
import { workingDaysAfter } from '../deadline/workingDays';

/** Of a contract, what says until when a question is answered. */
export type AnswerTerms = Pick<AgreementVersion, 'calendar' | 'timeZone'> & {
  terms: Pick<Terms, 'requests'>;
  pace?: Pace;
};

/**
 * Until when a question asked at an instant is to be answered: the contract's working days for requests, its calendar
 * and zone (reference agreement (b)(iii)). The one rule for the page of who asks, the clocks and the reminders.
 *
 * @returns UTC instant
 */
export const answerDue = (askedAt: string, { terms, calendar, timeZone, pace = 1 }: AnswerTerms): string =>
  paced(askedAt, workingDaysAfter(askedAt, terms.requests.workingDays, calendar, timeZone), pace);
