import { NAMES_OTHER, OTHER_NAMED } from '../../../domain/agreement/otherClients';
import type { ApiError } from '../../http/problems';
import type { AnyVisit } from '../frame';
import { type Question, type Raw, tickedIn } from './question';
import { whyRefused } from './refusal';

/** The box by which somebody says that they have seen it. */
export const othersBox: Question = {
  name: 'othersConfirmed',
  kind: 'checks',
  label: { key: 'draft.others' },
  options: [{ value: 'yes', label: { key: 'draft.othersYes' } }],
  missing: 'err.otherNamed',
};

const isBoxTicked = (raw: Raw): boolean => tickedIn(raw, othersBox).length > 0;

/** Whether the box is to be shown: it was ticked, or what was sent names somebody. */
const isBoxAsked = (refusal: AnyVisit['refusal']): boolean => {
  const error = whyRefused(refusal);
  const isNamed = error?.code === 'input.invalid' && error.issues.some(({ message }) => message === OTHER_NAMED);
  return isNamed || (refusal !== null && isBoxTicked(refusal.form));
};

/** The questions of a form, with the box where it is to be shown. */
export const withBox = (questions: readonly Question[], refusal: AnyVisit['refusal']): readonly Question[] =>
  isBoxAsked(refusal) ? [...questions, othersBox] : questions;

/** What a ticked box adds to a command. */
export const confirmedIn = (raw: Raw): { othersConfirmed?: true } =>
  isBoxTicked(raw) ? { othersConfirmed: true } : {};

/** What is said of a text is asked for at the box that confirms it. */
export function atTheBox(error: ApiError): ApiError {
  if (error.code !== 'input.invalid') return error;
  const isName = ({ message }: { message: string }) => message.startsWith(NAMES_OTHER);
  if (!error.issues.some(isName)) return error;
  const issues = [
    ...error.issues.filter((issue) => !isName(issue)),
    { pointer: '/othersConfirmed', message: OTHER_NAMED },
  ];
  return { ...error, issues };
}
