import type { Issue } from '../shared/errors';
import { DAY_MS } from '../shared/instant';
import { LONGEST_TOKEN_MS } from './decide';

const MOST_DAYS = LONGEST_TOKEN_MS / DAY_MS;

/** Why a token cannot last so many whole days, at the field `days`; empty if it can. */
export function tokenDaysIssues(days: number): Issue[] {
  const isWithin = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  return isWithin ? [] : [{ pointer: '/days', message: `from 1 to ${MOST_DAYS} days` }];
}
