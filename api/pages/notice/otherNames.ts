import { clientsOf, othersNamed } from '../../../application/notice/otherClients';
import { NAMES_OTHER, OTHER_NAMED } from '../../../application/notice/unseenNames';
import type { FullCase } from '../../../application/notice/readCase';
import type { Context } from '../../../application/ports/ports';
import type { NamedClient, Texts } from '../../../domain/notice/otherClients';
import type { Said } from '../../../templates/pages/words/word';
import type { ApiError } from '../../http/problems';
import { type Question, type Raw, tickedIn } from '../forms/question';
import { whyRefused } from '../forms/refusal';
import type { AnyVisit } from '../frame';

/** What the texts of a notice say of other clients of ours, for whoever writes or sends it. */
export async function otherNames(ctx: Context, fullCase: FullCase, texts: Texts): Promise<Said[]> {
  return namedWords(othersNamed(await clientsOf(ctx), fullCase, texts));
}

export const namedWords = (found: readonly NamedClient[]): Said[] =>
  found.map(({ item, name }) =>
    item === 'lateReason'
      ? { key: 'draft.otherInReason', values: { name } }
      : { key: 'draft.otherInItem', values: { item, name } },
  );

/** The box by which somebody says that they have seen it. */
export const othersBox: Question = {
  name: 'othersConfirmed',
  kind: 'checks',
  label: { key: 'draft.others' },
  options: [{ value: 'yes', label: { key: 'draft.othersYes' } }],
  missing: 'err.otherNamed',
};

export const isBoxTicked = (raw: Raw): boolean => tickedIn(raw, othersBox).length > 0;

/** Whether the box is to be shown: it was ticked, or what was sent names somebody. */
export const isBoxAsked = (refusal: AnyVisit['refusal']): boolean => {
  const error = whyRefused(refusal);
  const isNamed = error?.code === 'input.invalid' && error.issues.some(({ message }) => message === OTHER_NAMED);
  return isNamed || (refusal !== null && isBoxTicked(refusal.form));
};

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
