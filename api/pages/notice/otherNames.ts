import { clientsOf, othersNamed } from '../../../application/notice/otherClients';
import { NAMES_OTHER, OTHER_NAMED } from '../../../application/notice/sendVersion';
import type { FullCase } from '../../../application/notice/readCase';
import type { Context } from '../../../application/ports/ports';
import type { NamedClient, Texts } from '../../../domain/notice/otherClients';
import type { Said } from '../../../templates/pages/words/word';
import type { ApiError } from '../../http/problems';

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
