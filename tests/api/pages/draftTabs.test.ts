import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { readyDraft } from '../../fakes/readyDraft';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let notice: string;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  notice = `/incidents/${told.stolen.id}/notices/${told.stolen.aube}`;
});
afterAll(() => door.stop());

/** What a page holds hidden: sent as it stands, however old, as a tab does that was left open. */
const tabOf = (html: string): Record<string, string> => {
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? 'none';
  return { _key: of('_key'), revision: of('revision') };
};
const opened = async (who: 'ines' | 'paul') => tabOf((await door.read(who, `${notice}/draft`)).text);
const saved = async () => (await told.night.ports.projections.read('o1', 'notice', told.stolen.aube))?.draft;

describe('a draft', () => {
  it('that was not ready for review, corrected and sent again from the page given back, goes to review', async () => {
    const failed = await door.send('ines', `${notice}/draft`, { ...readyDraft, 'c-eta': '', do: 'review' });
    expect(failed.status).toBe(400);
    const again = await door.send('ines', `${notice}/draft`, { ...readyDraft, ...tabOf(failed.text), do: 'review' });
    expect(again.headers.get('location')).toBe(`/o/o1${notice}/review`);
  });

  it('sent twice by the same form with the same text is one draft', async () => {
    const form = { ...readyDraft, ...(await opened('ines')), do: 'save' };
    const first = await door.send('ines', `${notice}/draft`, form);
    const head = await told.night.ports.journal.head('o1');
    const second = await door.send('ines', `${notice}/draft`, form);
    expect([first.status, second.status, await told.night.ports.journal.head('o1')]).toEqual([303, 303, head]);
  });

  it('is not written over by an older tab, which is told who kept what and when, and may then save', async () => {
    const [mine, other] = [await opened('ines'), await opened('paul')];
    await door.send('ines', `${notice}/draft`, { ...readyDraft, ...mine, a: 'Texte de la première.', do: 'save' });
    const typed = { ...readyDraft, a: '', 'e-why': 'Texte du second.', do: 'save' };
    const late = await door.send('paul', `${notice}/draft`, { ...typed, ...other });
    expect(late.status).toBe(412);
    expect(late.text).toMatch(/sam\.\s28\smars\s03:12\s\(UTC\+1\), par Inès/);
    expect(late.text).toContain('Texte du second.</textarea>');
    expect((await saved())?.a).toBe('Texte de la première.');

    const knowing = await door.send('paul', `${notice}/draft`, { ...typed, ...tabOf(late.text) });
    expect(knowing.headers.get('location')).toBe(`/o/o1${notice}/draft?kept=1`);
    expect((await saved())?.e).toEqual({ answer: 'cannotBeDetermined', reason: 'Texte du second.' });
  });

  it('gone back to and changed after it was kept is told so once, then saved', async () => {
    const form = { ...readyDraft, ...(await opened('ines')), do: 'save' };
    await door.send('ines', `${notice}/draft`, form);
    const back = await door.send('ines', `${notice}/draft`, { ...form, a: 'Autre texte.' });
    expect(back.status).toBe(412);
    expect(back.text).toContain('Autre texte.</textarea>');
    const knowing = await door.send('ines', `${notice}/draft`, { ...form, a: 'Autre texte.', ...tabOf(back.text) });
    expect([knowing.status, (await saved())?.a]).toEqual([303, 'Autre texte.']);
  });

  it('of a version that was sent meanwhile does not become the draft of the next one', async () => {
    await door.send('ines', `${notice}/draft`, { ...readyDraft, do: 'save' });
    const old = await opened('ines');
    expect((await door.send('paul', `${notice}/review`, {})).status).toBe(303);
    const late = await door.send('ines', `${notice}/draft`, {
      ...readyDraft,
      ...old,
      a: 'Texte ancien.',
      do: 'review',
    });
    expect(late.status).toBe(412);
    expect(late.text).toMatch(/Avis figé, envoi en cours, sam\.\s28\smars\s03:12\s\(UTC\+1\), par Paul Modèle/);
    expect(late.text).toContain('Texte ancien.</textarea>');
    expect(await saved()).toMatchObject({ a: null, e: null });
  });

  it('kept by another after the review leaves unseen in no case: sending is refused, and shows what would leave', async () => {
    await door.send('paul', `${notice}/draft`, { ...readyDraft, a: 'Texte relu.', do: 'save' });
    const reviewed = tabOf((await door.read('paul', `${notice}/review`)).text);
    await door.send('ines', `${notice}/draft`, { ...readyDraft, a: 'Texte que Paul n’a pas lu.', do: 'save' });
    const versions = async () => (await told.night.ports.projections.read('o1', 'notice', told.stolen.aube))?.versions;
    const before = (await versions())?.length;

    const late = await door.send('paul', `${notice}/review`, reviewed);
    expect(late.status).toBe(412);
    expect(late.text).toMatch(/sam\.\s28\smars\s03:12\s\(UTC\+1\), par Inès/);
    expect(late.text).toContain('Texte que Paul n’a pas lu.');
    expect((await versions())?.length).toBe(before);
    const blind = await door.send('paul', `${notice}/review`, { revision: '' });
    expect([blind.status, (await versions())?.length]).toEqual([412, before]);

    const knowing = await door.send('paul', `${notice}/review`, tabOf(late.text));
    expect(knowing.status).toBe(303);
    expect((await versions())?.at(-1)?.items?.a).toBe('Texte que Paul n’a pas lu.');
  });
});
