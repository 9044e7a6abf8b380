import { checkpointHash, readCheckpointText } from '../../domain/journal/checkpoint';
import { EntryMissing } from '../../domain/journal/entryMissing';
import type { RefusalReason } from '../../domain/journal/events';
import { readNote } from '../../domain/journal/note';
import { SigningRefused } from './signingRefused';
import type { Signed, Signing } from './signJournal';

/** Entries behind a hole are looked for among so many. */
const SOME = 256;

/**
 * What the newest mark signs, once the journal is known to begin with it; size 0 before the first. A mark whose
 * checkpoint did not leave (a crash in between, a restored database) leaves now.
 *
 * @throws SigningRefused when the journal is shorter than the mark, differs from it or has a hole, or marks or key are gone.
 */
export async function agreeWithMarks(orgId: string, { journal, tree, heads, marks, notary }: Signing): Promise<Signed> {
  const [mark, newest, head] = await Promise.all([marks.newest(orgId), heads.newest(orgId), journal.head(orgId)]);
  const refuse = (reason: RefusalReason, found = head) =>
    new SigningRefused({ orgId, reason, marked: mark?.size ?? newest?.size ?? 0, found });
  if (mark === null) {
    if (newest !== null) throw refuse('marksMissing');
    return { size: 0, leaf: null };
  }
  const { size, note } = mark;
  const marked = readCheckpointText(readNote(note)?.text ?? '');
  if (marked?.size !== size || marked.origin !== notary.origin(orgId)) throw refuse('markUnreadable');
  if (!(await notary.hasSigned(orgId, note))) throw refuse('otherKey');
  if (head < size) {
    const isHole = (await journal.readWindow(orgId, head + 1, SOME)).length > 0;
    throw isHole ? refuse('entryMissing', head + 1) : refuse('journalShorter');
  }
  const root = await tree.root(orgId, size).catch((error: unknown) => {
    if (error instanceof EntryMissing) throw refuse('entryMissing', error.seq);
    throw error;
  });
  if (root !== marked.root) throw refuse('journalDiffers');
  const [last] = size === 0 ? [] : await journal.readWindow(orgId, size - 1, 1);
  if (last === undefined && size > 0) throw refuse('entryMissing', size); // the tree knew it from before
  if (newest === null || newest.size < size) {
    await heads.add(orgId, { size, root: marked.root, note, hash: checkpointHash(note) });
  }
  return { size, leaf: last?.leaf ?? null };
}
