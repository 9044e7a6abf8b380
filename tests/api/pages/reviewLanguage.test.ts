import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { readyDraft } from '../../fakes/readyDraft';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let place: string;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  place = `/incidents/${told.stolen.id}/notices/${told.stolen.aube}`;
});
afterAll(() => door.stop());

const keep = (a: string) => door.send('ines', `${place}/draft`, { ...readyDraft, a, do: 'save' });
const valueIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';

/** As a browser: what is not obeyed waits, and is led to. */
async function press(fields: Record<string, string>) {
  const cookie = await door.cookieOf('ines');
  const headers = { origin: door.base, accept: 'text/html', cookie };
  const { text } = await door.call('GET', `/o/o1${place}/review`, { headers });
  const sheet = { _csrf: valueIn(text, '_csrf'), revision: valueIn(text, 'revision'), _key: valueIn(text, '_key') };
  const raw = new URLSearchParams({ ...sheet, ...fields }).toString();
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  const sent = await door.call('POST', `/o/o1${place}/review`, { headers: form, raw });
  const shown = await door.call('GET', sent.headers.get('location') ?? '', {
    headers: { ...headers, cookie: `${cookie}; vigie-lang=${fields['_language'] ?? 'fr'}` },
  });
  return { text: shown.text, key: valueIn(shown.text, '_key'), revision: valueIn(shown.text, 'revision') };
}

it('a review that was refused says in the other language why it was', async () => {
  await keep('Texte du premier onglet.');
  const { text } = await door.read('ines', `${place}/review`);
  const stale = valueIn(text, 'revision');
  await keep('Texte de l’autre onglet.');
  const refused = await press({ revision: stale });
  expect(refused.text).toContain('Rien n’est parti.');
  const english = await press({ _key: refused.key, revision: refused.revision, _language: 'en' });
  expect(english.text).toContain('<html lang="en">');
  expect(english.text).toContain('Nothing has left.');
  expect(english.revision).toBe(refused.revision);
});

it('the reason of a late notice is kept by the switch while something else keeps the notice from leaving', async () => {
  await door.send('ines', `${place}/draft`, { ...readyDraft, 'c-eta': '2026-03-28T08:45', do: 'save' });
  told.night.at('2026-03-28T08:00:00.000Z'); // the limit has passed, and so has what c promised
  const { text } = await door.read('ines', `${place}/review`);
  expect(text).not.toContain('Envoyer l’avis maintenant');
  expect(text).toMatch(/form="sheet" name="_language"/);
  const english = await press({ lateReason: 'Personne n’était joignable.', _language: 'en' });
  expect(english.text).toContain('<html lang="en">');
  expect(english.text).toContain('Personne n’était joignable.</textarea>');
});
