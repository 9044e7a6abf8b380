import { clientsOf } from '../../../application/agreement/clientsOf';
import { othersNamed } from '../../../application/notice/otherClients';
import type { FullCase } from '../../../application/notice/readCase';
import type { Context } from '../../../application/ports/ports';
import type { NamedClient, Texts } from '../../../domain/notice/noticeTexts';
import type { Said } from '../../../templates/pages/words/word';

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
