import { type Entry } from '../../domain/journal/entry';
import { EntryMissing } from '../../domain/journal/entryMissing';
import { faultOf } from '../../domain/journal/faults';
import { createPeaks } from '../../domain/journal/peaks';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Context } from '../ports/ports';
import type { Checkpoint } from '../ports/signedHeads';
import {
  erasedFields,
  erasuresIn,
  type Gone,
  isErasure,
  journalWindows,
  type Missing,
  missingFrom,
} from './journalWindows';
import { signingOf } from './readSigning';

/** `cited`: hashes of checkpoints that the versions of notices carried. */
export type Whole = { gone: Map<number, Gone>; cited: Set<string> };

/**
 * Reads the journal once before a copy of it is made: which fields are erased, by the seq of their entry, once it is
 * known that every entry is there, hashes to its leaf, and that all make the root that is signed. What two persons
 * accepted as damaged passes: whoever verifies finds it.
 *
 * @returns `journal.damaged` with the first entry that a copy could not be verified with
 */
export async function checkWhole(
  ctx: Pick<Context, 'orgId' | 'ports'>,
  { size, root }: Checkpoint,
): Promise<Result<Whole>> {
  const { orgId, ports } = ctx;
  const accepted = new Set(
    (await signingOf(ctx)).flatMap(({ reason, found, acceptedBy }) =>
      reason === 'entryDamaged' && acceptedBy !== null ? [found] : [],
    ),
  );
  const isDamaged = (entry: Entry) => entry.seq <= size && faultOf(entry) !== null && !accepted.has(entry.seq);
  const [gone, peaks] = [new Map<number, Gone>(), createPeaks()];
  const missing: Missing[] = [];
  const cited = new Set<string>();
  try {
    for await (const window of journalWindows(ports.journal, orgId, Math.max(size, await ports.journal.head(orgId)))) {
      const damaged = window.find(isDamaged);
      if (damaged !== undefined) return refused({ code: 'journal.damaged', seq: damaged.seq });
      for (const { seq, leaf, fields } of window) {
        if (seq > size) continue;
        peaks.add(leaf);
        const hash = fields['checkpointHash']?.value;
        if (typeof hash === 'string') cited.add(hash);
      }
      erasuresIn(window, gone);
      missing.push(
        ...missingFrom(
          window.filter(({ seq }) => seq <= size && !accepted.has(seq)),
          gone,
        ),
      );
    }
  } catch (error) {
    if (error instanceof EntryMissing) return refused({ code: 'journal.damaged', seq: error.seq });
    throw error;
  }
  const [unexplained] = missing.filter((one) => !isErasure(one, gone));
  if (unexplained !== undefined) {
    // perhaps it was erased while this was read, by an entry that the copy would not know
    const goneByNow = await erasedFields(ports.journal, orgId, await ports.journal.head(orgId));
    if (isErasure(unexplained, goneByNow)) return refused({ code: 'checkpoint.missing' });
    return refused({ code: 'journal.damaged', seq: unexplained.seq });
  }
  return peaks.root() === root ? done({ gone, cited }) : refused({ code: 'journal.damaged', seq: size });
}
