import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractPaper } from '../../../api/journal/extractPaper';
import { flatWords } from '../../../domain/journal/flatWords';
import { sha256 } from '../../../domain/shared/sha256';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { must } from '../../fakes/realHouse';

const SECRET = 'Avocat\u00a0: garder pour nous';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let asked: { partyId: string; noticeIds: string[] };
beforeAll(async () => {
  told = await tellNight();
  const { night, stolen } = told;
  await night.command('sacha', stolen.id, { kind: 'note.add', class: 'counsel', text: SECRET });
  const notice = await night.ports.projections.read(night.orgId, 'notice', stolen.val);
  asked = { partyId: notice?.opened.partyId ?? '', noticeIds: [stolen.val] };
  await night.signNow();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const newest = async () => {
  const { journal } = told.night.ports;
  const [entry] = await journal.readWindow(told.night.orgId, (await journal.head(told.night.orgId)) - 1, 1);
  return entry;
};

describe('an extract of the journal on paper (S2-01)', () => {
  it.each(['fr', 'en'] as const)('says what the verifiable file shows, and nothing else, in %s', async (language) => {
    const { night } = told;
    const made = must(await extractPaper(night.as('sacha'), asked, language));
    const text = made.bytes.toString();
    expect(text).toContain(language === 'fr' ? 'Extrait du journal' : 'Extract of the journal');
    expect(text).toContain('items.a');
    for (const hidden of [SECRET, 'Aube', 'note.added', 'Note au dossier']) expect(text).not.toContain(hidden);
  });

  it('is remembered by its hash before it leaves, and is given to nobody who may not', async () => {
    const { night } = told;
    night.at(new Date(night.clock.now.getTime() + 60_000).toISOString()); // the same minute: the same paper
    const { bytes } = must(await extractPaper(night.as('sacha'), asked, 'fr'));
    expect(await newest()).toMatchObject({ type: 'extract.given', fields: { fileHash: { value: sha256(bytes) } } });
    const before = await night.ports.journal.head(night.orgId);
    expect(await extractPaper(night.as('ines'), asked, 'fr')).toEqual({
      ok: false,
      error: { code: 'actor.forbidden' },
    });
    const others = { ...asked, noticeIds: [told.stolen.aube] };
    expect(await extractPaper(night.as('sacha'), others, 'fr')).toEqual({
      ok: false,
      error: { code: 'subject.unknown' },
    });
    expect(await night.ports.journal.head(night.orgId)).toBe(before);
  });

  it('is a button on the page of the notice, as PDF or as the file that is verified', async () => {
    const path = `/incidents/${told.stolen.id}/notices/${told.stolen.val}`;
    expect((await door.read('sacha', path)).text).toContain(`${path}/extract"`);
    expect((await door.read('ines', path)).text).not.toContain('/extract"');
    const pdf = await door.send('sacha', `${path}/extract`, { format: 'pdf' });
    expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const lines = await door.send('sacha', `${path}/extract`, { format: 'jsonl' });
    expect(lines.text.split('\n')[0]).toContain('"format":"vigie-extract/1"');
    expect(pdf.text + lines.text).not.toContain(SECRET);
  });
});

it.each([
  ['a word', 'x', [{ term: 'f', value: 'x' }]],
  ['nothing', null, []],
  ['blank', ' ', []],
  ['a truth', false, [{ term: 'f', value: 'false' }]],
  ['a list of words', ['a', 2], [{ term: 'f', value: 'a, 2' }]],
  ['an empty list', [], []],
  ['members', { a: { b: 1 }, c: null }, [{ term: 'f.a.b', value: '1' }]],
  [
    'a list of members',
    [{ a: 1 }, { a: 2 }],
    [
      { term: 'f.1.a', value: '1' },
      { term: 'f.2.a', value: '2' },
    ],
  ],
])('%s is printed as lines', (_name, value, lines) => {
  expect(flatWords('f', value)).toEqual(lines);
});
