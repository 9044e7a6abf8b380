import { describe, expect, it } from '@jest/globals';
import { eraseField } from '../../../application/journal/eraseField';
import { exportForAudit } from '../../../application/journal/exportForAudit';
import { exportJournal } from '../../../application/journal/exportJournal';
import { extractFor } from '../../../application/journal/extractFor';
import { sealEntry } from '../../../domain/journal/seal';
import { verifyBytes } from '../../../verifier/verify';
import { collect, createArchive, exported, extracted, writeStory } from '../../fakes/givenOut';

async function open() {
  const archive = createArchive();
  await writeStory(archive);
  await archive.proofs.signNow('slime');
  return { ...archive, key: await archive.proofs.notary.verifierKey('slime') };
}

const linesOf = (file: Buffer) => file.toString().trimEnd().split('\n');

describe('a copy of the whole journal', () => {
  it('is verified by the stand-alone verifier with the key alone', async () => {
    const archive = await open();
    expect(verifyBytes(await exported(archive), { key: archive.key })).toEqual({
      ok: true,
      format: 'vigie-journal/1',
      origin: 'vigie.test/slime',
      size: 9,
      root: expect.any(Buffer),
      entries: 9,
      shown: expect.any(Number),
      missing: 0,
    });
  });

  it('leads to the checkpoints that notices carried, and to those that were asked for', async () => {
    const archive = await open();
    const { ctx, key, proofs } = archive;
    const cited = await proofs.heads.at('slime', 4);
    expect(verifyBytes(await exported(archive), { key, seen: cited?.hash })).toMatchObject({ ok: true });
    const { hash: seen } = await proofs.signNow('slime');
    await archive.write('incident', 'i1', 'note.added', { noteId: 'y', class: 'work', text: 'later' });
    await proofs.signNow('slime');
    expect(verifyBytes(await exported(archive), { key, seen })).toMatchObject({ ok: false, line: 1 });
    const asked = await exportJournal({ ctx, seen: [seen] });
    if (!asked.ok) throw new Error(asked.error.code);
    expect(verifyBytes(await collect(asked.value), { key, seen })).toMatchObject({ ok: true });
  });

  it('holds no idempotency key', async () => {
    const file = await exported(await open());
    expect(file.toString()).not.toContain('"key"');
  });

  it('is traced, and the journal remembers which file it was', async () => {
    const archive = await open();
    const file = await exported(archive);
    expect(archive.proofs.accesses).toMatchObject([{ what: 'export', actor: { id: 'dpo1' } }]);
    const given = archive.journal.entries.at(-1);
    expect(given).toMatchObject({ type: 'extract.given', subject: { kind: 'organisation', id: 'slime' } });
    expect(linesOf(file).at(-1)).toContain(String(given?.fields['fileHash']?.value));
  });

  it('shows no erased value, and tells erasure from tampering', async () => {
    const archive = await open();
    const { ctx, journal, key } = archive;
    const erased = await eraseField({ ctx, input: { seq: 1, names: ['text'], ground: 'personAsked', key: 'e1' } });
    expect(erased.ok).toBe(true);
    expect(await exportJournal({ ctx })).toEqual({ ok: false, error: { code: 'checkpoint.missing' } });
    await archive.proofs.signNow('slime');
    const file = await exported(archive);
    expect(file.toString()).not.toContain('Ada');
    expect(verifyBytes(file, { key })).toMatchObject({ ok: true, missing: 2 });

    const [robbed] = journal.entries.splice(3, 1);
    if (robbed === undefined) throw new Error('no entry');
    journal.entries.splice(3, 0, { ...robbed, fields: { ...robbed.fields } });
    const field = robbed.fields['text'];
    const entry = journal.entries[3];
    if (field === undefined || entry === undefined) throw new Error('no field');
    entry.fields['text'] = { ...field, value: null, salt: null };
    expect(await exportJournal({ ctx })).toEqual({ ok: false, error: { code: 'journal.damaged', seq: 4 } });

    await archive.accept(4);
    expect(verifyBytes(await exported(archive), { key })).toEqual({
      ok: false,
      line: 5,
      seq: 4,
      reason: 'field text is missing and no entry says that it was erased',
    });
  });

  it('is not made of a journal in which a value was changed or an entry removed: the first such entry is named', async () => {
    const changed = await open();
    const [, , third] = changed.journal.entries;
    const field = third?.fields['partyId'];
    if (field === undefined) throw new Error('no field');
    field.value = 'someoneElse';
    const damaged = (seq: number) => ({ ok: false, error: { code: 'journal.damaged', seq } });
    expect(await exportJournal({ ctx: changed.ctx })).toEqual(damaged(3));
    expect(await exportForAudit({ ctx: { ...changed.ctx, roles: ['AUDITOR'] } })).toEqual(damaged(3));
    const input = { partyId: 'someoneElse', noticeIds: ['n2'] };
    expect(await extractFor({ ctx: changed.ctx, input })).toEqual(damaged(3));

    const robbed = await open();
    robbed.journal.entries.splice(4, 1);
    expect(await exportJournal({ ctx: robbed.ctx })).toEqual(damaged(5));
  });

  it('is not made of a journal that was written anew, each entry right in itself', async () => {
    const archive = await open();
    const [first, second] = archive.journal.entries;
    if (first === undefined || second === undefined) throw new Error('no entry');
    const draft = { ...second, values: { other: true }, request: '{}' };
    const { seq, revision, recordedAt } = second;
    const anew = sealEntry(draft, { seq, revision, recordedAt }, { macKey: 'test', newSalt: () => '00'.repeat(32) });
    archive.journal.entries.splice(1, 1, anew);
    expect(await exportJournal({ ctx: archive.ctx })).toEqual({
      ok: false,
      error: { code: 'journal.damaged', seq: 9 },
    });
  });

  it('breaks off before its seal when a value is erased while it streams; the next copy is whole', async () => {
    const archive = await open();
    const { ctx, key } = archive;
    const begun = await exportJournal({ ctx });
    if (!begun.ok) throw new Error(begun.error.code);
    const erased = await eraseField({ ctx, input: { seq: 5, names: ['why'], ground: 'personAsked', key: 'e1' } });
    expect(erased.ok).toBe(true);
    await expect(collect(begun.value)).rejects.toThrow('a value was erased while the copy was made');
    await archive.proofs.signNow('slime');
    expect(verifyBytes(await exported(archive), { key })).toMatchObject({ ok: true, missing: 2 });
  });

  it('is given to those who may have it', async () => {
    const { ctx } = await open();
    const refusal = { ok: false, error: { code: 'actor.forbidden' } };
    expect(await exportJournal({ ctx: { ...ctx, roles: ['O', 'IM', 'CC'] } })).toEqual(refusal);
    // an auditor reads no counsel's note, and the whole journal holds them
    expect(await exportJournal({ ctx: { ...ctx, roles: ['AUDITOR', 'EC'] } })).toEqual(refusal);
    expect(await exportJournal({ ctx: { ...ctx, actor: { kind: 'tool', id: 't' } } })).toEqual(refusal);
  });
});

describe('an extract for one controller', () => {
  it('is verified, and leads to the checkpoint that its notice carried', async () => {
    const archive = await open();
    const { key, proofs } = archive;
    const file = await extracted(archive, 'arcadia', ['n1']);
    const cited = await proofs.heads.at('slime', 4);
    expect(verifyBytes(file, { key })).toMatchObject({ ok: true, size: 9, entries: 6 });
    expect(verifyBytes(file, { key, seen: cited?.hash })).toMatchObject({ ok: true });
    expect(verifyBytes(file, { key, seen: 'a'.repeat(64) })).toMatchObject({ ok: false, line: 1 });
  });

  it('names and counts no other controller, no free text of the incident and nothing of counsel', async () => {
    const text = (await extracted(await open(), 'arcadia', ['n1'])).toString();
    for (const secret of ['belvedere', 'Belvédère', ':4711', 'privileged', 'Ada', '"n2"']) {
      expect(text).not.toContain(secret);
    }
    for (const own of ['AV-arcadia', '"exact":12', 'Ann', 'œuvre']) expect(text).toContain(own);
  });

  it('does not tell that the breach was extended to another controller, only that its t0 moved', async () => {
    const archive = createArchive();
    await writeStory(archive);
    const touched = [{ agreementId: 'agreement-belvedere', role: 'controller' }];
    const extended = { touched, ownProcessing: false, basis: 'Belvédère too' };
    await archive.write('incident', 'i1', 'breach.extended', { ...extended, t0: null });
    await archive.write('incident', 'i1', 'breach.extended', { ...extended, t0: '2026-03-27T08:00:00Z' });
    await archive.proofs.signNow('slime');
    const text = (await extracted(archive, 'arcadia', ['n1'])).toString();
    expect(text.match(/"type":"breach.extended"/g)).toHaveLength(1);
    expect(text).toContain('"value":"2026-03-27T08:00:00Z"');
    expect(text).not.toMatch(/belvedere|Belvédère/);
  });

  it('shows a request to nobody', async () => {
    const text = (await extracted(await open(), 'arcadia', ['n1'])).toString();
    const requests = text.match(/"request":\{[^}]*\}/g) ?? [];
    expect(requests).toHaveLength(6);
    for (const request of requests) expect(request).toMatch(/^"request":\{"commitment":"[0-9a-f]{64}"\}$/);
  });

  it('is refused for a notice of another controller, as for one that never was', async () => {
    const { ctx } = await open();
    const unknown = { ok: false, error: { code: 'subject.unknown' } };
    for (const noticeIds of [['n2'], ['n1', 'n2'], ['none'], []]) {
      expect(await extractFor({ ctx, input: { partyId: 'arcadia', noticeIds } })).toEqual(unknown);
    }
  });
});
