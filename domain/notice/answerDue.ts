import { z } from 'zod';
import type { AgreementVersion } from '../agreement/fold';
import type { Terms } from '../agreement/terms';
import type { Place } from '../deadline/longPeriods';
import { type Pace, paced } from '../deadline/pace';
import { type DayRung, workingDayRungs } from '../deadline/workingDayLadder';
import { workingDaysAfter } from '../deadline/workingDays';
import { HOUR_MS, plusMs } from '../shared/instant';

/** Of a contract, what says until when a question is answered. */
export type AnswerTerms = Pick<AgreementVersion, 'calendar' | 'timeZone'> & {
  terms: Pick<Terms, 'requests'>;
  pace?: Pace;
};

/** Longest that may be called urgent: about what five working days leave. */
export const MOST_URGENT_HOURS = 120;

const HoursToAnswer = z.int().min(1).max(MOST_URGENT_HOURS);

/** The same as another installation says it, which always does. */
export const SaidUrgentHours = HoursToAnswer.nullable().meta({
  description: 'hours to answer; null: the working days of the contract',
});

/** How soon an answer is asked for where it is urgent (domain rules 7.4: "urgent flag → hours"). */
export const UrgentHours = HoursToAnswer.nullable()
  .default(null)
  .meta({ description: 'hours to answer where it is urgent; null: the working days of the contract' });

/**
 * Until when what was asked at an instant is to be answered: the contract's working days for requests, its calendar
 * and zone (reference agreement (b)(iii)), or strict elapsed hours where it is urgent. The one rule for the page of who
 * asks, the clocks and the reminders, of either side.
 *
 * @param urgentHours hours; null where it is not urgent
 * @returns UTC instant
 */
export function answerDue(
  askedAt: string,
  { terms, calendar, timeZone, pace = 1 }: AnswerTerms,
  urgentHours: number | null = null,
): string {
  const limit =
    urgentHours === null
      ? workingDaysAfter(askedAt, terms.requests.workingDays, calendar, timeZone)
      : plusMs(askedAt, urgentHours * HOUR_MS);
  return paced(askedAt, limit, pace);
}

/** Zone and calendar in which such a limit is counted. */
export const countedAt = ({ timeZone: zone, calendar }: AnswerTerms): Place => ({ zone, calendar });

/** The steps of an answer that is owed within working days, by the contract's calendar and zone (domain rules 7.7). */
export const dayRungs = (span: { from: string; dueAt: string }, terms: AnswerTerms): DayRung[] =>
  workingDayRungs(span, countedAt(terms), terms.pace);
