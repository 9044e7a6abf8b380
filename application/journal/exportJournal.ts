import { type Earlier, entryLine, JOURNAL_FORMAT, lineOf } from '../../domain/journal/portable';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayExportJournal } from '../policies/journal';
import type { Call, Context } from '../ports/ports';
import type { Checkpoint } from '../ports/signedHeads';
import { checkWhole } from './checkWhole';
import { earlierHeads } from './earlierHeads';
import { ErasedMeanwhile, erasedFields, type Gone, isErasure, journalWindows, missingFrom } from './journalWindows';
import { sealed } from './sealFile';
import { trace } from './trace';

/** `seen`: hashes of checkpoints that the reader holds and wants to see the copy begin with. */
export type ExportJournal = Pick<Call<never>, 'ctx'> & { seen?: readonly string[] };

/**
 * The whole journal up to its newest checkpoint, as JSON Lines to be streamed. `checkpoint.missing`: the signer has
 * not yet signed all that the copy needs; it does so within a second. `journal.damaged`: the copy would be refused by
 * whoever verifies it, as an entry is changed or removed. A value that leaves while the copy streams ends it
 * by `ErasedMeanwhile`, before the seal: the file would be refused as tampered with. The next copy is whole.
 */
export async function exportJournal({ ctx, seen = [] }: ExportJournal): Promise<Result<AsyncIterable<string>>> {
  if (!mayExportJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const checkpoint = await ports.proofs.heads.newest(orgId);
  if (checkpoint === null) return refused({ code: 'checkpoint.missing' });
  const whole = await checkWhole(ctx, checkpoint);
  if (!whole.ok) return whole;
  const { gone, cited } = whole.value;
  const earlier = await earlierHeads(ctx, [...cited, ...seen], checkpoint.size);
  if ([...gone.values()].some(({ saidBy }) => saidBy > checkpoint.size)) return refused({ code: 'checkpoint.missing' });
  await trace(ctx, 'export', `size=${checkpoint.size}`);
  const given = { partyId: null, subjects: [], size: checkpoint.size };
  return done(sealed(ctx, given, journalLines(ctx, { checkpoint, earlier, gone })));
}

/** What a copy rests on: its head, older heads that it begins with, and what was erased by then. */
export type JournalCopy = { checkpoint: Checkpoint; earlier: Earlier[]; gone: Map<number, Gone> };

async function* journalLines(
  { orgId, ports }: Context,
  { checkpoint: { size, note }, earlier, gone }: JournalCopy,
): AsyncGenerator<string> {
  const origin = ports.proofs.notary.origin(orgId);
  const madeAt = ports.now().toISOString();
  yield lineOf({ format: JOURNAL_FORMAT, origin, orgId, madeAt, checkpoint: note, earlier, partyId: null });
  for await (const window of journalWindows(ports.journal, orgId, size)) {
    const unexplained = missingFrom(window, gone);
    if (unexplained.length > 0) {
      // read again only now: what no entry explains was tampered with, and the copy has to show it
      const goneByNow = await erasedFields(ports.journal, orgId, await ports.journal.head(orgId));
      if (unexplained.some((one) => isErasure(one, goneByNow)))
        throw new ErasedMeanwhile('a value was erased while the copy was made');
    }
    for (const entry of window) {
      const names = gone.get(entry.seq)?.names;
      yield entryLine(entry, (name) => names?.has(name) !== true);
    }
  }
}
