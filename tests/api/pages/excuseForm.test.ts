import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let path: string;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  path = `/cases/${await openNightCase(night)}`;
  door = await openNightDoor(night);
}, 60_000);
afterAll(() => door.stop());

const page = async (place: string) => (await door.read('sacha', place)).text.replaceAll('\u00a0', ' ');
const send = (fields: Record<string, string>) => door.send('sacha', `${path}/record-excuse`, fields);
const faultsOf = (text: string): string[] =>
  [...text.matchAll(/<li><a href="#(f-\S+)">/g)].map(([, name = '']) => name);

it('asks a reason for each section that lacks something; nothing, or a reason of no section, is refused at its question', async () => {
  const form = await page(`${path}/record-excuse`);
  for (const name of ['dates-reason', 'measuresBefore-reason', 'sameReason']) expect(form).toContain(`name="${name}"`);
  const nothing = await send({});
  expect(nothing.status).toBe(400);
  expect(faultsOf(nothing.text)).toEqual(['f-same']);
  expect(faultsOf((await send({ sameReason: 'Perdu.' })).text)).toEqual(['f-same']);
  expect(faultsOf((await send({ 'dates-reason': 'Perdu.' })).text)).toEqual(['f-dates-fields']);
  expect(faultsOf((await send({ 'same.measuresBefore': 'measuresBefore' })).text)).toEqual(['f-measuresBefore-reason']);
});

it('keeps a reason for one field and one for ticked sections; case and register say which was left open why', async () => {
  const sent = await send({
    'dates-fields.foundBy': 'foundBy',
    'dates-reason': 'Nul ne le sait.',
    'same.measuresBefore': 'measuresBefore',
    sameReason: 'Le prestataire a disparu.',
  });
  expect(sent.status).toBe(303);
  const seen = await page(path);
  expect(seen).toContain('Laissé vide dans la fiche');
  expect(seen).toMatch(/Dates de la violation<\/dt><dd>Qui a découvert la violation : Nul ne le sait\./);
  expect(seen).toMatch(/Mesures de sécurité avant la violation : Le prestataire a disparu\./);
  expect(await page('/registers/file?format=csv')).toContain('Nul ne le sait.');
  // the others are asked still
  expect(await page(`${path}/record-excuse`)).toContain('name="dates-reason"');
  expect(seen).toMatch(/compléter la fiche, ou dire pourquoi \([^)]*Période de la violation/);
});
