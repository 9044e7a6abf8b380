import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

it('what a controller asked is called theirs on the form that answers it', async () => {
  const { id, val } = told.stolen;
  const link = await told.night.ports.links.issue('o1', val, 'c1');
  await door.guest.send(`/n/${link}/ask`, { question: 'Combien de foyers ?' });
  const { text } = await door.read('ines', `/incidents/${id}/notices/${val}/answer`);
  expect(text).toContain('<label for="f-questionId">Question du responsable de traitement</label>');
  expect(text).not.toContain('Votre question');
});
