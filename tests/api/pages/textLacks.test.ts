import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { commands } from '../../fakes/caseStory';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let caseId: string;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  caseId = await openNightCase(night);
  door = await openNightDoor(night);
}, 60_000);
afterAll(() => door.stop());

const act = async (command: CaseCommand, key: string) =>
  must(await commandCase({ ctx: night.as('sacha'), input: { caseId, key, command } }));
const read = async (segment: string) => (await door.read('sacha', `/cases/${caseId}/${segment}`)).text;

const [NO_PHONE, NO_DATE] = ['Aucun numéro de téléphone', 'La fiche ne dit pas quand cela s’est passé'];
const [FROZEN_NO_PHONE, FROZEN_NO_DATE] = [
  'Le texte figé ne porte pas de numéro',
  'Le texte a été figé sans que la fiche',
];
const change = (phone: string | null) => ({
  dpo: { name: 'Noa Exemple', email: 'dpo@ecoute.example', phone },
});

it('whoever writes to the persons, or publishes, is told that no number and no date stand there, and is not stopped', async () => {
  await act({ ...commands['record.change'], change: change(null) }, 'no phone');
  await act(commands['persons.draft'], 'first');
  const draft = await read('draft');
  expect([draft.includes(NO_PHONE), draft.includes(NO_DATE)]).toEqual([true, true]);
  const publish = await read('publish');
  expect([publish.includes(FROZEN_NO_PHONE), publish.includes(FROZEN_NO_DATE)]).toEqual([true, true]);
});

it('what the record says later stands in no frozen text: it is written anew first, and then nothing is warned of', async () => {
  const period = { period: 'day' as const, on: '2026-03-27', estimated: false };
  await act({ ...commands['record.change'], change: { ...change('+33 1 99 00 00 77'), period } }, 'known');
  const draft = await read('draft');
  expect([draft.includes(NO_PHONE), draft.includes(NO_DATE)]).toEqual([false, false]);
  const before = await read('publish');
  expect([before.includes(FROZEN_NO_PHONE), before.includes(FROZEN_NO_DATE)]).toEqual([true, true]);
  await act(commands['persons.draft'], 'anew');
  const after = await read('publish');
  expect(after).toContain('Publier');
  expect([after.includes(FROZEN_NO_PHONE), after.includes(FROZEN_NO_DATE)]).toEqual([false, false]);
});
