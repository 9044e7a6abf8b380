import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { readyDraft } from '../../fakes/readyDraft';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let incident: string;
const noticeAt = (id: string) => `${incident}/notices/${id}`;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  incident = `/incidents/${told.stolen.id}`;
});
afterAll(() => door.stop());

describe('several notices of one incident', () => {
  it('numbers are shown before they are written; a bad line keeps all from being accepted', async () => {
    const { reference } = await agreementOf('aube');
    const bad = await door.send('ines', `${incident}/numbers`, {
      csv: `responsable;personnes\n${reference};12\nX;1`,
      do: 'preview',
    });
    expect(bad.text).toMatch(/ligne 3\s: aucun responsable de cet incident/);
    expect(bad.text).not.toContain('value="accept"');
    const csv = `responsable;personnes\n${reference};12`;
    const shown = await door.send('ines', `${incident}/numbers`, { csv, do: 'preview' });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Accepter ces nombres');
    expect((await draftOf()).c).toBeNull();
    const seen = /name="(seen\.[^"]+)" value="(\d+)"/.exec(shown.text) ?? [];
    const key = /name="_key" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
    const accepted = await door.send('ines', `${incident}/numbers`, {
      csv,
      do: 'accept',
      _key: key,
      [seen[1] ?? '']: seen[2] ?? '',
    });
    expect(accepted.headers.get('location')).toBe(`/o/o1${incident}/numbers?written=1`);
    expect((await draftOf()).c).toMatchObject({ answer: 'value', persons: 12, records: null });
  });

  it('a text is typed once for all: shown first, names of others screened, own words kept, written into what is ticked', async () => {
    const { aube } = told.stolen;
    const place = `${incident}/common`;
    expect((await door.read('ines', `${incident}/notices`)).text).toContain(place);
    const empty = await door.send('ines', place, { language: 'fr', do: 'preview' });
    expect([empty.status, empty.text.includes('au moins une rubrique')]).toEqual([400, true]);
    const words = { language: 'fr', a: 'Vol chez le Val Témoin.', d: 'value', 'd-text': 'Hameçonnage.' };
    const before = await draftOf();
    const kept = await door.send('ines', place, { ...words, do: 'preview' });
    expect([kept.text.includes('car déjà écrit'), kept.text.includes(`name="to.${aube}"`)]).toEqual([true, false]);
    const text = { ...words, 'over.yes': 'yes' };
    const shown = await door.send('ines', place, { ...text, do: 'preview' });
    expect([shown.status, shown.text.includes('Écrire dans les brouillons')]).toEqual([200, true]);
    expect(await draftOf()).toEqual(before);
    const ticked = { [`to.${aube}`]: 'yes', [`seen.${aube}`]: seenIn(shown.text, aube), do: 'accept' };
    const named = await door.send('ines', place, { ...text, ...ticked });
    expect([named.status, named.text.includes('name="othersConfirmed.yes"')]).toEqual([400, true]);
    expect(await draftOf()).toEqual(before);
    const clean = { ...text, a: 'Vol d’un ordinateur.', _key: 'common-1' };
    const once = await door.send('ines', place, { ...clean, ...ticked });
    expect(once.headers.get('location')).toBe(`/o/o1${place}?written=1`);
    expect(await draftOf()).toMatchObject({ a: clean.a, c: before.c, d: { answer: 'value', text: 'Hameçonnage.' } });
    const count = await told.night.ports.journal.head('o1');
    await door.send('ines', place, { ...clean, ...ticked });
    expect(await told.night.ports.journal.head('o1')).toBe(count);
    const stale = {
      [`to.${aube}`]: 'yes',
      [`seen.${aube}`]: ticked[`seen.${aube}`] ?? '',
      'over.yes': 'yes',
      do: 'accept',
    };
    const moved = await door.send('ines', place, { ...clean, _key: 'common-2', a: 'Tout autre chose.', ...stale });
    expect([moved.status, moved.text.includes('N’ont pas été écrits')]).toEqual([400, true]);
    expect(await draftOf()).toMatchObject({ a: clean.a });
  });

  it('a name in the reason of delay is confirmed by a box of its own (invariant 8)', async () => {
    const { aube } = told.stolen;
    const { clock } = told.night;
    const before = clock.now;
    const enter = async (now: Date) => {
      clock.now = now;
      await door.stop();
      door = await openNightDoor(told.night); // sessions have ended by then
    };
    await enter(new Date(before.getTime() + 3 * 86_400_000));
    await door.send('ines', `${noticeAt(aube)}/draft`, { ...readyDraft, c: 'never', 'c-why': 'perdu', do: 'save' });
    const page = await door.read('ines', `${incident}/notices`);
    expect(page.text).not.toContain('reasonConfirmed');
    const ticked = { [`send.${aube}`]: 'yes', [`seen.${aube}`]: seenIn(page.text, aube), 'othersConfirmed.yes': 'yes' };
    const lateReason = 'Nous avons commencé par le Val Témoin.';
    const refused = await door.send('ines', `${incident}/notices`, { ...ticked, lateReason });
    expect([refused.status, refused.text.includes('name="reasonConfirmed.yes"')]).toEqual([400, true]);
    expect(refused.text).not.toContain('name="othersConfirmed.yes"'); // no item names anybody
    await enter(before);
  });

  it('nothing is ticked in advance; what is ticked leaves, and what has moved since is said with who and when', async () => {
    const aube = noticeAt(told.stolen.aube);
    await door.send('ines', `${aube}/draft`, { ...readyDraft, do: 'save' });
    const page = await door.read('ines', `${incident}/notices`);
    expect(page.text).toContain(`name="send.${told.stolen.aube}"`);
    expect(page.text).not.toContain(' checked');
    expect((await door.read('ines', `${incident}/notices?all=1`)).text).toContain(' checked');
    const none = await door.send('ines', `${incident}/notices`, {});
    expect([none.status, none.text.includes('Cochez les notifications')]).toEqual([400, true]);
    const old = /name="seen\.[^"]+" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    await door.send('sacha', `${aube}/draft`, { ...readyDraft, a: 'Vol d’un sac.', do: 'save' });
    const ticked = { [`send.${told.stolen.aube}`]: 'yes' };
    const moved = await door.send('ines', `${incident}/notices`, { ...ticked, [`seen.${told.stolen.aube}`]: old });
    expect(moved.status).toBe(400);
    expect(moved.text).toContain('Ne sont pas parties');
    expect(moved.text).toMatch(/par Sacha/);
    const sent = await door.send('ines', `${incident}/notices`, ticked);
    expect(sent.headers.get('location')).toBe(`/o/o1${incident}/notices`);
    const board = await door.read('ines', `${incident}/unacknowledged`);
    expect(board.text).toContain('Appeler ensuite');
    const filtered = await door.read('ines', `${incident}/unacknowledged?show=called`);
    expect(filtered.status).toBe(200);
  });
});

const seenIn = (page: string, id: string): string =>
  new RegExp(`name="seen.${id}" value="([^"]+)"`).exec(page)?.[1] ?? '';

async function draftOf() {
  const { ports, orgId } = told.night;
  const notice = await ports.projections.read(orgId, 'notice', told.stolen.aube);
  if (notice === null) throw new Error('no notice');
  return notice.draft;
}

async function agreementOf(key: 'aube') {
  const { ports, orgId, agreements } = told.night;
  const agreement = await ports.projections.read(orgId, 'agreement', agreements[key]);
  if (agreement === null) throw new Error('no agreement');
  return agreement;
}
