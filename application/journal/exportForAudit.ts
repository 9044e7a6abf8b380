import { REQUEST } from '../../domain/journal/entry';
import { entryLine, EXTRACT_FORMAT, lineOf } from '../../domain/journal/portable';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayExportForAudit } from '../policies/journal';
import type { Context } from '../ports/ports';
import { checkWhole } from './checkWhole';
import { earlierHeads } from './earlierHeads';
import type { ExportJournal, JournalCopy } from './exportJournal';
import { journalWindows } from './journalWindows';
import { sealed } from './sealFile';
import { trace } from './trace';
import { withholdCounsel } from './withholdCounsel';

/**
 * Every entry up to the newest checkpoint for whoever audits and may not read counsel's notes: as an extract, each entry
 * with its proof. What counsel wrote is a commitment alone, without value and salt; that it was written stays visible,
 * and as many entries as the checkpoint counts show that none is left out. `checkpoint.missing`: not signed yet.
 */
export async function exportForAudit({ ctx, seen = [] }: ExportJournal): Promise<Result<AsyncIterable<string>>> {
  if (!mayExportForAudit(ctx)) return refused({ code: 'actor.forbidden' });
  const checkpoint = await ctx.ports.proofs.heads.newest(ctx.orgId);
  if (checkpoint === null) return refused({ code: 'checkpoint.missing' });
  const whole = await checkWhole(ctx, checkpoint);
  if (!whole.ok) return whole;
  const { gone, cited } = whole.value;
  const earlier = await earlierHeads(ctx, [...cited, ...seen], checkpoint.size);
  await trace(ctx, 'export', `audit size=${checkpoint.size}`);
  return done(
    sealed(ctx, { partyId: null, subjects: [], size: checkpoint.size }, auditLines(ctx, { checkpoint, earlier, gone })),
  );
}

async function* auditLines(ctx: Context, copy: JournalCopy): AsyncGenerator<string> {
  const { checkpoint, earlier, gone } = copy;
  const { size, note } = checkpoint;
  const { orgId, ports } = ctx;
  const { notary, tree } = ports.proofs;
  const [origin, madeAt] = [notary.origin(orgId), ports.now().toISOString()];
  yield lineOf({ format: EXTRACT_FORMAT, origin, orgId, madeAt, checkpoint: note, earlier, partyId: null });
  for await (const window of journalWindows(ports.journal, orgId, size)) {
    for (const entry of await withholdCounsel(ctx, window)) {
      const { seq } = entry;
      const isShown = (name: string) => name !== REQUEST && gone.get(seq)?.names.has(name) !== true;
      yield entryLine(entry, isShown, await tree.inclusion(orgId, seq, size));
    }
  }
}
