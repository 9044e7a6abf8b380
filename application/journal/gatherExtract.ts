import { shownTo } from '../../domain/journal/disclosure';
import type { Entry } from '../../domain/journal/entry';
import { faultOf } from '../../domain/journal/faults';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayExtract } from '../policies/journal';
import type { Call } from '../ports/ports';
import type { Checkpoint } from '../ports/signedHeads';
import type { GivenOut } from './sealFile';
import { trace } from './trace';

/** `noticeIds`: the notices of this party that the extract is about; each must be this party's. */
export type ExtractFor = { partyId: string; noticeIds: string[] };

/** An entry with the names of those of its fields that the controller is shown. */
export type Shown = { entry: Entry; names: readonly string[] };
export type Gathered = { checkpoint: Checkpoint; shown: Shown[]; given: GivenOut };

/**
 * What concerns one controller: the entries of its notices, and those facts of their incidents that it may see, as far as
 * the newest checkpoint signs them, in their order.
 *
 * @returns `subject.unknown` for a notice of somebody else; `checkpoint.missing`; `journal.damaged`
 */
export async function gatherExtract({ ctx, input }: Call<ExtractFor>): Promise<Result<Gathered>> {
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
  await trace(ctx, 'extract', `party=${input.partyId} notices=${input.noticeIds.join(',')}`);
  const given = { partyId: input.partyId, subjects: [...new Set(input.noticeIds)], size: checkpoint.size };
  return done({ checkpoint, shown, given });
}

export function textOf(entry: Entry | undefined, name: string): string | undefined {
  const value = entry?.fields[name]?.value;
  return typeof value === 'string' ? value : undefined;
}
