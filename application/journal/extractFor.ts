import type { Hash } from '../../domain/journal/merkle';
import { type Earlier, entryLine, EXTRACT_FORMAT, lineOf } from '../../domain/journal/portable';
import { done, type Result } from '../../domain/shared/errors';
import type { Call, Context } from '../ports/ports';
import type { Checkpoint } from '../ports/signedHeads';
import { earlierHeads } from './earlierHeads';
import { type ExtractFor, gatherExtract, type Shown, textOf } from './gatherExtract';
import { provable } from './provable';
import { sealed } from './sealFile';

/**
 * What concerns one controller, each entry with a proof that it stands in the journal. Everything of them that is not shown
 * is a commitment.
 */
export async function extractFor({ ctx, input }: Call<ExtractFor>): Promise<Result<AsyncIterable<string>>> {
  const gathered = await gatherExtract({ ctx, input });
  if (!gathered.ok) return gathered;
  const { checkpoint, shown, given } = gathered.value;
  const proved = await provable(proofsOf(ctx, shown, checkpoint.size));
  if (!proved.ok) return proved;
  return done(sealed(ctx, given, extractLines(ctx, input.partyId, checkpoint, proved.value)));
}

type Proved = { earlier: Earlier[]; entries: (Shown & { path: Hash[] })[] };

/** Everything that may turn out not to be provable, before the first line leaves. */
async function proofsOf(ctx: Context, shown: Shown[], size: number): Promise<Proved> {
  const { tree } = ctx.ports.proofs;
  // the checkpoints that the notices carried, so that the controller sees that nothing before them moved
  const cited = shown.flatMap(({ entry }) => textOf(entry, 'checkpointHash') ?? []);
  const earlier = await earlierHeads(ctx, cited, size);
  const entries: Proved['entries'] = [];
  for (const one of shown) entries.push({ ...one, path: await tree.inclusion(ctx.orgId, one.entry.seq, size) });
  return { earlier, entries };
}

async function* extractLines(
  { orgId, ports }: Context,
  partyId: string,
  { note }: Checkpoint,
  { earlier, entries }: Proved,
): AsyncGenerator<string> {
  const { notary } = ports.proofs;
  const madeAt = ports.now().toISOString();
  const origin = notary.origin(orgId);
  yield lineOf({ format: EXTRACT_FORMAT, origin, orgId, madeAt, checkpoint: note, earlier, partyId });
  for (const { entry, names, path } of entries) yield entryLine(entry, (name) => names.includes(name), path);
}
