import { checkpointHash, readCheckpointText } from '../../domain/journal/checkpoint';
import { readNote } from '../../domain/journal/note';
import type { RefusalReason } from '../../domain/journal/events';
import { SigningRefused } from './signingRefused';
import type { Signing } from './signJournal';

/**
 * The size of the newest mark, once the journal is known to begin with what it says; 0 before the first. A mark whose
 * checkpoint did not leave (a crash in between, a restored database) leaves now.
 *
 * @throws SigningRefused when the journal is shorter than the mark or differs from it, or marks or key are gone.
 */
export async function agreeWithMarks(orgId: string, { journal, tree, heads, marks, notary }: Signing): Promise<number> {
  const [mark, newest, head] = await Promise.all([marks.newest(orgId), heads.newest(orgId), journal.head(orgId)]);
  const refuse = (reason: RefusalReason) =>
    new SigningRefused({ orgId, reason, marked: mark?.size ?? newest?.size ?? 0, found: head });
  if (mark === null) {
    if (newest !== null) throw refuse('marksMissing');
    return 0;
  }
  const marked = readCheckpointText(readNote(mark.note)?.text ?? '');
  if (marked?.size !== mark.size || marked.origin !== notary.origin(orgId)) throw refuse('markUnreadable');
  if (!(await notary.hasSigned(orgId, mark.note))) throw refuse('otherKey');
  if (head < mark.size) throw refuse('journalShorter');
  if ((await tree.root(orgId, mark.size)) !== marked.root) throw refuse('journalDiffers');
  if (newest === null || newest.size < mark.size) {
    await heads.add(orgId, { size: mark.size, root: marked.root, note: mark.note, hash: checkpointHash(mark.note) });
  }
  return mark.size;
}
