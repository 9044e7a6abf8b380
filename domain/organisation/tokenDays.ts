import type { Issue } from '../shared/errors';
import { DAY_MS } from '../shared/instant';
import { LONGEST_TOKEN_MS } from './decide';

const MOST_DAYS = LONGEST_TOKEN_MS / DAY_MS;

/** What is proposed where nobody says how long. */
export const USUAL_TOKEN_DAYS = 90;

/** Why a token cannot last so many whole days, at the field `days`; empty if it can. */
export function tokenDaysIssues(days: number): Issue[] {
  const isWithin = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  return isWithin ? [] : [{ pointer: '/days', message: `from 1 to ${MOST_DAYS} days` }];
}

/** End of a token that lasts so many days: counted from the start of the day (UTC), so that the same asked twice is the same. */
export const tokenEnd = (now: Date, days: number): string =>
  new Date((Math.floor(now.getTime() / DAY_MS) + days) * DAY_MS).toISOString();
