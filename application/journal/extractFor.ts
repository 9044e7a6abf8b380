import { shownTo } from '../../domain/journal/disclosure';
import type { Entry } from '../../domain/journal/entry';
import { faultOf } from '../../domain/journal/faults';
import type { Hash } from '../../domain/journal/merkle';
import { type Earlier, entryLine, EXTRACT_FORMAT, lineOf } from '../../domain/journal/portable';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayExtract } from '../policies/journal';
import type { Call, Context } from '../ports/ports';
import type { Checkpoint } from '../ports/signedHeads';
import { earlierHeads } from './earlierHeads';
import { provable } from './provable';
import { sealed } from './sealFile';
import { trace } from './trace';

/** `noticeIds`: the notices of this party that the extract is about; each must be this party's. */
export type ExtractFor = { partyId: string; noticeIds: string[] };

/**
 * What concerns one controller: the entries of its notices, and those facts of their incidents that it may see, each
 * with a proof that it stands in the journal. Everything else of these entries is a commitment.
 */
export async function extractFor({ ctx, input }: Call<ExtractFor>): Promise<Result<AsyncIterable<string>>> {
  if (!mayExtract(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const notices: Entry[][] = [];
  for (const id of new Set(input.noticeIds)) {
    const entries = await ports.journal.readSubject(orgId, { kind: 'notice', id }, 0);
    if (textOf(entries[0], 'partyId') !== input.partyId) return refused({ code: 'subject.unknown' });
    notices.push(entries);
  }
  if (notices.length === 0) return refused({ code: 'subject.unknown' });
  const checkpoint = await ports.proofs.heads.newest(orgId);
  if (checkpoint === null) return refused({ code: 'checkpoint.missing' });

  const opened = notices.flatMap(([first]) => first ?? []);
  const incidents: Entry[][] = [];
  for (const id of new Set(opened.flatMap((entry) => textOf(entry, 'incidentId') ?? []))) {
    incidents.push(await ports.journal.readSubject(orgId, { kind: 'incident', id }, 0));
  }
  const agreementIds = new Set(opened.flatMap((entry) => textOf(entry, 'agreementId') ?? []));
  const shown = [...notices, ...incidents]
    .flat()
    .filter(({ seq }) => seq <= checkpoint.size)
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap((entry) => {
      const names = shownTo(agreementIds, entry);
      return names === null ? [] : [{ entry, names }];
    });
  const damaged = shown.find(({ entry }) => faultOf(entry) !== null);
  if (damaged !== undefined) return refused({ code: 'journal.damaged', seq: damaged.entry.seq });
  const proved = await provable(proofsOf(ctx, shown, checkpoint.size));
  if (!proved.ok) return proved;
  await trace(ctx, 'extract', `party=${input.partyId} notices=${input.noticeIds.join(',')}`);
  const given = { partyId: input.partyId, subjects: [...new Set(input.noticeIds)], size: checkpoint.size };
  return done(sealed(ctx, given, extractLines(ctx, input.partyId, checkpoint, proved.value)));
}

type Shown = { entry: Entry; names: readonly string[] };
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

function textOf(entry: Entry | undefined, name: string): string | undefined {
  const value = entry?.fields[name]?.value;
  return typeof value === 'string' ? value : undefined;
}
