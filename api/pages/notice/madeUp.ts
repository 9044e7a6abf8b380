import { madeUpIn } from '../../../application/organisation/firstNames';
import type { FullCase } from '../../../application/notice/readCase';
import type { Draft } from '../../../domain/notice/items';
import type { Said } from '../../../templates/pages/words/word';
import type { Inside } from '../frame';

/** Names of the first start that the controller would read. A warning: a notice that is due is never held up by them. */
export function madeUpLines(
  { agreement }: FullCase,
  { b }: Draft,
  { organisation }: Pick<Inside, 'organisation'>,
): Said[] {
  const contacts = b ?? [];
  const sender = agreement.document?.processor.name ?? organisation.name;
  return madeUpIn({ sender, people: contacts }).map((which) => ({ key: `madeUp.${which}` }));
}
