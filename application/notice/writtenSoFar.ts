import { currentDraft } from '../../domain/notice/currentDraft';
import type { Draft } from '../../domain/notice/items';
import { contactsOfProcessor } from './defaults';
import type { FullCase } from './readCase';

/** What is written or was said, with the contract's own contact where nobody chose another. */
export function writtenSoFar(fullCase: FullCase): Draft {
  const draft = currentDraft(fullCase.notice);
  const { document } = fullCase.agreement;
  return { ...draft, b: draft.b ?? (document === null ? null : contactsOfProcessor(fullCase.agreement)) };
}
