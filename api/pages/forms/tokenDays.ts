import { USUAL_TOKEN_DAYS } from '../../../domain/organisation/tokenDays';
import type { Question } from './question';
import type { Sheet } from './sheet';

/** For how many days a token is to be good. */
export const daysQuestion: Question = {
  name: 'days',
  kind: 'number',
  label: { key: 'tokens.fieldDays' },
  start: String(USUAL_TOKEN_DAYS),
};

export const daysIn = (sheet: Sheet): number => sheet.number('days') ?? USUAL_TOKEN_DAYS;
