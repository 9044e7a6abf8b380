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

/** The form of the review as it is shown now. */
async function shown() {
  const { text } = await door.read('ines', `${place}/review`);
  const valueOf = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? '';
  return { revision: valueOf('revision'), _key: valueOf('_key') };
}

it('a review of a draft that another tab has replaced says what would leave now, and calls nothing there "your text"', async () => {
  await keep('Texte du premier onglet.');
  const form = await shown();
  await keep('Texte de l’autre onglet.');
  const refused = await door.send('ines', `${place}/review`, form);
  expect(refused.status).toBe(412);
  expect(refused.text).toMatch(/Rien n’est parti\. La lettre ci-dessous est celle qui partirait maintenant/);
  expect(refused.text).not.toContain('Votre texte est gardé');
  expect(refused.text).toContain('Texte de l’autre onglet.');
});

it('a review of what has left meanwhile says that it left', async () => {
  const stale = await shown();
  expect((await door.send('ines', `${place}/review`, await shown())).status).toBe(303);
  const refused = await door.send('ines', `${place}/review`, stale);
  expect(refused.text).toMatch(/role="alert"[^]*l’avis n’a pas à être renvoyé/);
  expect(refused.text).not.toContain('Votre texte est gardé');
});
