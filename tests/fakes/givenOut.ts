import { eraseField } from '../../application/journal/eraseField';
import { exportJournal } from '../../application/journal/exportJournal';
import { extractFor } from '../../application/journal/extractFor';
import type { Context, Ports } from '../../application/ports/ports';
import type { EntryDraft, SubjectKind } from '../../domain/journal/entry';
import { createMemoryJournal } from './memoryJournal';
import { createMemoryProofs } from './memoryProofs';

const now = () => new Date('2026-03-27T09:20:01.000Z');

/** An organisation with two controllers, an incident that touches both, and somebody who may give copies out. */
export function createArchive(orgId = 'slime', seed?: Buffer) {
  const journal = createMemoryJournal(now);
  const proofs = createMemoryProofs(journal, seed);
  // the journal's use cases touch these ports alone: any other would fail the test
  // its entries are no whole case, so nothing is folded of them
  const projections = { read: async () => null, list: async () => [] };
  const ports = { journal, proofs, projections, checkpoints: proofs.heads, now } as unknown as Ports;
  const ctx: Context = { orgId, actor: { kind: 'person', id: 'dpo1' }, roles: ['DPO'], ports };

  async function write(kind: SubjectKind, id: string, type: string, values: EntryDraft['values'], by = 'p1') {
    const key = `${id}/${type}/${journal.entries.length}`;
    const appended = await journal.append(
      {
        orgId,
        at: '2026-03-27T09:20:00.000Z',
        actor: { kind: 'person', id: by },
        type,
        subject: { kind, id },
        key,
        values,
        request: JSON.stringify(values),
      },
      { kind: 'addition', revision: 1 },
    );
    if (!appended.ok) throw new Error(appended.error.code);
    return appended.value.entry;
  }

  const opened = (partyId: string) => ({
    purpose: 'breach',
    reference: `AV-${partyId}`,
    incidentId: 'i1',
    agreementId: `agreement-${partyId}`,
    partyId,
    exercise: false,
    causeSeq: 1,
  });

  /** Two persons accept that an entry is damaged. */
  async function accept(found: number) {
    const { seq } = await write('organisation', orgId, 'journal.refused', { reason: 'entryDamaged', marked: 0, found });
    const yes = (by: string) => ({ refused: seq, roles: ['DIR'], because: by });
    await write('organisation', orgId, 'journal.accepted', yes('first'), 'p1');
    await write('organisation', orgId, 'journal.accepted', yes('second'), 'p2');
  }

  return { ctx, journal, proofs, write, accept, opened };
}

export type Archive = ReturnType<typeof createArchive>;

/** A story of two controllers; the second one's name must be in nothing that the first one gets. */
export async function writeStory({ write, opened, proofs, ctx }: Archive): Promise<void> {
  await write('incident', 'i1', 'event.reported', {
    kind: 'dataLoss',
    alertedAt: '2026-03-27T09:00:00Z',
    detectedAt: null,
    exercise: false,
    text: 'Ada saw the files of Belvédère leave',
  });
  await write('notice', 'n1', 'notice.opened', opened('arcadia'));
  await write('notice', 'n2', 'notice.opened', opened('belvedere'));
  await write('incident', 'i1', 'note.added', { noteId: 'x', class: 'counsel', text: 'privileged' });
  const cited = await proofs.signNow(ctx.orgId);
  await write('incident', 'i1', 'aware.set', {
    awareAt: '2026-03-27T09:10:00Z',
    detectedAt: '2026-03-27T09:00:00Z',
    nature: ['C'],
    touched: ['agreement-arcadia', 'agreement-belvedere'],
    why: 'belvedere called',
  });
  await write('incident', 'i1', 'facts.recorded', { agreementId: 'agreement-belvedere', persons: { exact: 4711 } });
  await write('incident', 'i1', 'facts.recorded', { agreementId: 'agreement-arcadia', persons: { exact: 12 } });
  await write('notice', 'n1', 'notice.version', {
    number: 1,
    items: { a: 'nature', b: 'data « œuvre » \u2028' },
    checkpointHash: cited.hash,
  });
  await write('notice', 'n1', 'notice.acknowledged', {
    version: 1,
    contactId: 'c1',
    via: 'link',
    name: 'Ann',
    function: 'DPO',
  });
}

/** As short as a story with an erasure and a cited checkpoint gets: its files are tried bit by bit. */
export async function writeShortStory({ write, proofs, ctx }: Archive): Promise<void> {
  await write('incident', 'i1', 'event.reported', { kind: 'dataLoss', text: 'Ada' });
  await write('notice', 'n1', 'notice.opened', { incidentId: 'i1', partyId: 'arcadia' });
  const { hash } = await proofs.signNow(ctx.orgId);
  await write('notice', 'n1', 'notice.version', { items: { b: '« œ\u2028' }, checkpointHash: hash });
  const erased = await eraseField({ ctx, input: { seq: 1, names: ['text'], ground: 'personAsked', key: 'e1' } });
  if (!erased.ok) throw new Error(erased.error.code);
}

/** The file that a use case streams, in one piece. */
export async function collect(lines: AsyncIterable<string>): Promise<Buffer> {
  const parts: string[] = [];
  for await (const line of lines) parts.push(line);
  return Buffer.from(parts.join(''));
}

export async function exported({ ctx }: Pick<Archive, 'ctx'>): Promise<Buffer> {
  const result = await exportJournal({ ctx });
  if (!result.ok) throw new Error(result.error.code);
  return collect(result.value);
}

export async function extracted({ ctx }: Pick<Archive, 'ctx'>, partyId: string, noticeIds: string[]): Promise<Buffer> {
  const result = await extractFor({ ctx, input: { partyId, noticeIds } });
  if (!result.ok) throw new Error(result.error.code);
  return collect(result.value);
}
