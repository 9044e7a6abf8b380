import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openCase } from '../../../application/controllerCase/openCase';
import { opening } from '../../fakes/caseStory';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let path: string;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  const given = opening({ receivedAt: '2026-03-27T20:00:00.000Z' });
  const { id } = must(await openCase({ ctx: night.as('sacha'), input: { key: 'case', opening: given } }));
  path = `/cases/${id}/law`;
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const words = {
  fr: ['Droit à venir, qui ne peut pas encore être choisi', 'Aucun droit nouveau'],
  en: ['A law to come, which cannot be chosen yet', 'No new law is in force yet'],
} as const;

it('a law that is to come is shown with its day, and is not to be chosen', async () => {
  for (const language of ['fr', 'en'] as const) {
    const { status, text } = await door.read('sacha', path, language);
    expect(status).toBe(200);
    for (const said of [...words[language], '2026-09-11']) expect(text).toContain(said);
    expect(text).not.toContain('value="EU-2026-09-11"');
  }
});

it('once it is in force it can be chosen', async () => {
  night.at('2026-09-11T08:00:00.000Z');
  const later = await openNightDoor(night); // who entered in March has to enter again
  const { text } = await later.read('sacha', path);
  expect(text).toContain('value="EU-2026-09-11"');
  for (const said of words.fr) expect(text).not.toContain(said);
  await later.stop();
});
