import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

describe('the answer to a controller’s question', () => {
  it('is read below the question, by who asked and inside', async () => {
    const { id, val } = told.stolen;
    const link = await told.night.ports.links.issue('o1', val, 'c1');
    await door.guest.send(`/n/${link}/ask`, { question: 'Combien de foyers ?' });
    const questions = (await told.night.ports.projections.read('o1', 'notice', val))?.questions ?? [];
    const questionId = questions.find(({ text }) => text === 'Combien de foyers ?')?.id ?? '';
    const path = `/incidents/${id}/notices/${val}`;
    const sent = await door.send('ines', `${path}/answer`, { questionId, text: 'Douze foyers, <b>au plus</b>.' });
    expect(sent.status).toBe(303);
    const shown = 'Douze foyers, &lt;b&gt;au plus&lt;/b&gt;.';
    expect((await door.guest.read(`/n/${link}`)).text).toContain(shown);
    expect((await door.read('ines', path)).text).toContain(shown);
  });
});

it('whoever acknowledges second is told whose acknowledgement stands; the same again is no second one', async () => {
  const link = await told.night.ports.links.issue('o1', told.stolen.val, 'c1');
  const acknowledge = (name: string) =>
    door.guest
      .send(`/n/${link}`, { name, function: 'DPO', version: '1' })
      .then(({ headers }) => headers.get('location'));
  expect(await acknowledge('Dominique Essai')).toBe(`/n/${link}#ack`);
  expect(await acknowledge('Dominique Essai')).toBe(`/n/${link}#ack`);
  expect(await acknowledge('Autre Nom')).toBe(`/n/${link}?earlier=1#ack`);
  const { text } = await door.guest.read(`/n/${link}?earlier=1`);
  expect(text).toContain('Dominique Essai');
  expect(text).toContain('Votre nom ne l’a pas été');
});
