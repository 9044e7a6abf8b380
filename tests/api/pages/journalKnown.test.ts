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

const knownAt = async (wall: string) => (await door.read('sacha', `/journal?known=${wall}`)).text;
const NOTE = 'Note pour le journal tel que connu';

it('"known at" a minute shows what was recorded in that minute, not in the next', async () => {
  told.night.at('2026-03-30T08:25:40.000Z'); // 10:25 in Paris
  await told.night.command('paul', told.stolen.id, { kind: 'note.add', class: 'general', text: NOTE });
  told.night.at('2026-03-30T09:00:00.000Z');
  expect(await knownAt('2026-03-30T10:25')).toContain(NOTE);
  expect(await knownAt('2026-03-30T10:24')).not.toContain(NOTE);
});

it('"known at" an instant that is yet to come is a fault, and hides nothing', async () => {
  const text = await knownAt('2027-03-30T10:25');
  expect(text).toContain('personne ne sait encore ce qui sera connu');
  expect(text).not.toContain('Vous lisez ce qui était connu');
});
