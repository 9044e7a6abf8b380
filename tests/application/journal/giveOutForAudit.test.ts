import { describe, expect, it } from '@jest/globals';
import { correctEntry } from '../../../application/journal/correctEntry';
import { eraseField } from '../../../application/journal/eraseField';
import { exportForAudit } from '../../../application/journal/exportForAudit';
import { verifyBytes } from '../../../verifier/verify';
import { collect, createArchive, writeStory } from '../../fakes/givenOut';

async function open() {
  const archive = createArchive();
  await writeStory(archive);
  await archive.proofs.signNow('slime');
  return { ...archive, key: await archive.proofs.notary.verifierKey('slime') };
}

const linesOf = (file: Buffer) => file.toString().trimEnd().split('\n');

const countedBy =
  <A extends unknown[], R>(count: () => void, act: (...args: A) => R) =>
  (...args: A): R => {
    count();
    return act(...args);
  };

describe('a copy for an auditor', () => {
  const audited = async ({ ctx }: Pick<Awaited<ReturnType<typeof open>>, 'ctx'>) => {
    const given = await exportForAudit({ ctx: { ...ctx, roles: ['AUDITOR'] } });
    if (!given.ok) throw new Error(given.error.code);
    return collect(given.value);
  };

  it('holds every entry, is verified, and withholds what counsel wrote with its salt', async () => {
    const archive = await open();
    const file = await audited(archive);
    expect(verifyBytes(file, { key: archive.key })).toMatchObject({ ok: true, size: 9, entries: 9 });
    expect(file.toString()).not.toContain('privileged');
    expect(file.toString()).toContain('belvedere called'); // nothing else is withheld but each request
    const note = JSON.parse(linesOf(file)[4] ?? '{}');
    expect(note).toMatchObject({ seq: 4, type: 'note.added' });
    expect(Object.keys(note.fields.text)).toEqual(['commitment']);
    expect(Object.keys(note.fields.request)).toEqual(['commitment']);
    expect(note.fields.class.value).toBe('counsel');
  });

  it('withholds what corrects a note of counsel', async () => {
    const archive = await open();
    const input = { key: 'c1', seq: 4, corrections: { text: 'still privileged' }, reason: 'privileged reason' };
    expect((await correctEntry({ ctx: archive.ctx, input })).ok).toBe(true);
    await archive.proofs.signNow('slime');
    const file = await audited(archive);
    expect(verifyBytes(file, { key: archive.key })).toMatchObject({ ok: true, entries: 10 });
    expect(file.toString()).not.toContain('privileged');
  });

  it('shows no erased value, is remembered by the journal, and is found out when a bit flips', async () => {
    const archive = await open();
    const erased = await eraseField({
      ctx: archive.ctx,
      input: { seq: 1, names: ['text'], ground: 'personAsked', key: 'e1' },
    });
    expect(erased.ok).toBe(true);
    const file = await audited(archive);
    expect(file.toString()).not.toContain('Ada');
    expect(archive.journal.entries.at(-1)).toMatchObject({ type: 'extract.given', actor: { id: 'dpo1' } });
    const forged = Buffer.from(file.toString().replace('belvedere called', 'belvedere failed'));
    expect(verifyBytes(forged, { key: archive.key })).toMatchObject({ ok: false, seq: 5 });
  });

  it('leads to the checkpoints that notices carried and to those that were asked for, and is read through once', async () => {
    const archive = await open();
    const { ctx, key, proofs, journal } = archive;
    const cited = await proofs.heads.at('slime', 4);
    expect(verifyBytes(await audited(archive), { key, seen: cited?.hash })).toMatchObject({ ok: true });
    const { hash: seen } = await proofs.signNow('slime');
    await archive.write('incident', 'i1', 'note.added', { noteId: 'y', class: 'work', text: 'later' });
    await proofs.signNow('slime');
    expect(verifyBytes(await audited(archive), { key, seen })).toMatchObject({ ok: false, line: 1 });
    let windows = 0;
    const counted = { ...ctx.ports.journal, readWindow: countedBy(() => (windows += 1), journal.readWindow) };
    const asAuditor = { ...ctx, roles: ['AUDITOR' as const], ports: { ...ctx.ports, journal: counted } };
    const given = await exportForAudit({ ctx: asAuditor, seen: [seen] });
    if (!given.ok) throw new Error(given.error.code);
    const file = await collect(given.value);
    expect(verifyBytes(file, { key, seen })).toMatchObject({ ok: true });
    expect(windows).toBe(2); // to know that it is whole, then to copy it
  });

  it('is an auditor’s alone', async () => {
    const { ctx } = await open();
    expect(await exportForAudit({ ctx: { ...ctx, roles: ['IM', 'EC', 'L'] } })).toMatchObject({ ok: false });
  });
});
