import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { keepCaseFile, readCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { filesPlace } from '../../../application/file/filesPlace';
import { discardMails } from '../../../application/journal/discardMails';
import { eraseField } from '../../../application/journal/eraseField';
import { owedBy } from '../../../domain/controllerCase/closing';
import { MOST_FILE_BYTES, MOST_FILES } from '../../../domain/file/kept';
import { commands } from '../../fakes/caseStory';
import { createNight, type Night, type StaffName } from '../../fakes/night';
import { openNightCase, ruleOutNightCase } from '../../fakes/nightCase';
import { must } from '../../fakes/realHouse';

let night: Night;
let caseId: string;
let seq: number;
beforeEach(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  caseId = await openNightCase(night);
  seq = (await read()).authorities[0]?.filings[0]?.seq ?? 0;
});

const read = async () => {
  const one = await night.ports.projections.read(night.orgId, 'controllerCase', caseId);
  if (one === null) throw new Error(caseId);
  return one;
};
async function* parts(...chunks: Buffer[]) {
  yield* chunks;
}
const pdf = (words: string) => Buffer.from(`%PDF-1.7 ${words}`);
let keys = 0;
const keep = (bytes: Buffer, about = seq, key = `k${(keys += 1)}`, who: StaffName = 'sacha') => {
  const input = { caseId, key, about: { kind: 'filing' as const, seq: about }, name: 'récépissé.pdf' };
  return keepCaseFile({
    ctx: night.as(who),
    input: { ...input, bytes: parts(bytes.subarray(0, 9), bytes.subarray(9)) },
  });
};
const take = (hash: string, who: StaffName = 'alix') => readCaseFile({ ctx: night.as(who), input: { caseId, hash } });
const stored = (hash: string) => night.ports.documents.get(night.orgId, filesPlace(caseId), hash);
const refused = (message: RegExp) => ({
  ok: false,
  error: { code: 'input.invalid', issues: [{ message: expect.stringMatching(message) }] },
});

describe('the copy of an authority’s receipt', () => {
  it('is kept byte for byte, its hash in the journal and not its bytes; a repeat is one file', async () => {
    const written = must(await keep(pdf('FR-1'), seq, 'once'));
    expect(must(await keep(pdf('FR-1'), seq, 'once'))).toMatchObject({ seq: written.seq, created: false });
    const [file] = (await read()).files;
    expect(file).toMatchObject({ seq: written.seq, mediaType: 'application/pdf', size: 13, name: 'récépissé.pdf' });
    expect(must(await take(file?.hash ?? '')).bytes).toEqual(pdf('FR-1'));
    const [entry] = await night.ports.journal.readWindow(night.orgId, written.seq - 1, 1);
    expect(entry?.type).toBe('file.kept');
    expect(JSON.stringify(entry)).not.toContain('%PDF');
  });

  it('is refused for another type, no filing, the same again, one too many and too many bytes, and nothing stays', async () => {
    expect(await keep(Buffer.from('<html>not paper</html>'))).toMatchObject(refused(/neither a PDF/));
    expect(await keep(pdf('x'), 1)).toMatchObject(refused(/nothing such was filed/));
    const { createHash } = await import('node:crypto');
    expect(await stored(createHash('sha256').update(pdf('x')).digest('hex'))).toBeNull();
    for (let n = 1; n <= MOST_FILES; n += 1) must(await keep(pdf(`copy ${n}`)));
    expect(await keep(pdf('copy 1'))).toMatchObject(refused(/kept already/));
    expect(await keep(pdf('one more'))).toMatchObject(refused(/at most/));
    const long = Buffer.concat([pdf(''), Buffer.alloc(MOST_FILE_BYTES)]);
    expect(await keep(long)).toEqual({ ok: false, error: { code: 'body.tooLarge' } });
    expect((await read()).files).toHaveLength(MOST_FILES);
    for (const { hash } of (await read()).files) expect(await stored(hash)).not.toBeNull();
  });

  it('is kept by who may file, read by who reads the case, and never a file that the case does not name', async () => {
    const forbidden = { ok: false, error: { code: 'actor.forbidden' } };
    expect(await keep(pdf('FR-1'), seq, 'other', 'ines')).toEqual(forbidden);
    must(await keep(pdf('FR-1')));
    const hash = (await read()).files[0]?.hash ?? '';
    expect(await take(hash, 'paul')).toMatchObject({ ok: true });
    expect(await take('0'.repeat(64))).toEqual({ ok: false, error: { code: 'subject.unknown' } });
  });

  it('goes with its name when that is erased, at once, while others stay; a repeat brings nothing back', async () => {
    const first = must(await keep(pdf('wrong person'), seq, 'wrong'));
    must(await keep(pdf('FR-1')));
    const input = { seq: first.seq, names: ['name'], ground: 'neverLawful' as const, key: 'erase' };
    must(await eraseField({ ctx: night.as('sacha'), input }));
    const [gone, kept] = (await read()).files;
    expect(gone).toMatchObject({ name: null, size: 21 });
    expect(await stored(gone?.hash ?? '')).toBeNull();
    expect(await take(gone?.hash ?? '')).toEqual({ ok: false, error: { code: 'subject.unknown' } });
    expect(await stored(kept?.hash ?? '')).not.toBeNull();
    await keep(pdf('wrong person'), seq, 'wrong');
    expect(await stored(gone?.hash ?? '')).toBeNull();
  });

  it('stays when another text of the case is erased and the case is closed; what the case sent goes', async () => {
    must(await keep(pdf('FR-1')));
    const { orgId, ports } = night;
    const hash = (await read()).files[0]?.hash ?? '';
    const mail = await ports.documents.put(orgId, caseId, { address: '', mediaType: 'x', bytes: pdf('mail') });
    const told = (await read()).told[0]?.seq ?? 0;
    const input = { seq: told, names: ['from'], ground: 'neverLawful' as const, key: 'erase' };
    must(await eraseField({ ctx: night.as('sacha'), input }));
    const closed = { ...(await read()), stage: 'CLOSED' as const };
    const projections = { ...ports.projections, read: async () => closed as never };
    await discardMails(
      { ...night.as('sacha'), ports: { ...ports, projections } },
      { kind: 'controllerCase', id: caseId },
    );
    expect(await ports.documents.get(orgId, caseId, mail)).toBeNull();
    expect(must(await take(hash)).bytes).toEqual(pdf('FR-1'));
  });

  it('is kept of a withdrawal, too, and is not owed', async () => {
    const command = { ...commands['authority.withdraw'], sentAt: '2026-03-28T02:00:00.000Z' };
    await ruleOutNightCase(night, caseId);
    const withdrawn = must(await commandCase({ ctx: night.as('sacha'), input: { caseId, key: 'withdraw', command } }));
    const owed = owedBy(await read());
    must(await keep(pdf('FR-2'), withdrawn.seq));
    expect((await read()).files).toMatchObject([{ about: { seq: withdrawn.seq } }]);
    expect(owedBy(await read())).toEqual(owed);
    expect(owed.filter(({ what }) => what === 'file')).toEqual([{ what: 'file', authorityId: 'cnil' }]); // its question
  });
});
