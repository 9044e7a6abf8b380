import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let id: string;

beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  id = await openNightCase(night);
  door = await openNightDoor(night);
}, 60_000);
afterAll(() => door.stop());

const page = async (place: string, language: 'fr' | 'en' = 'fr') =>
  (await door.read('sacha', place, language)).text.replaceAll('\u00a0', ' ');

it('the record asks what is not known yet and by when; case, sheet and "Now" say so before it passes, and after', async () => {
  const form = await page(`/cases/${id}/record`);
  expect(form).toContain('Pas encore connu');
  expect(form).toContain('name="knownBy"');
  const ask = (by: string, ticked: Record<string, string> = { 'field.measuresBefore': 'measuresBefore' }) =>
    door.send('sacha', `/cases/${id}/record`, { ...ticked, knownBy: by });
  const refused = await ask('2026-03-28T03:00');
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('à venir, auxquelles la réponse sera connue');
  const ofNothing = await ask('2026-03-28T06:00', { description: 'Un classeur, et sa copie.' });
  expect(ofNothing.status).toBe(400);
  expect(ofNothing.text).toContain('Dites quelle réponse sera connue à cette date');
  expect((await ask('2026-03-28T06:00')).status).toBe(303);

  expect(await page(`/cases/${id}`)).toMatch(/mesures de sécurité[^<]*\(échéance : sam\. 28 mars 06:00/i);
  expect(await page(`/cases/${id}/sheet?type=complete`)).toContain(
    'Non déterminé à ce stade (échéance : sam. 28 mars 06:00 (UTC+1))',
  );
  expect(await page(`/cases/${id}`, 'en')).toMatch(/security measures[^<]*\(expected by Sat 28 March 06:00/i);
  expect(await page(`/cases/${id}`)).toMatch(
    /Autres échéances du dossier[\s\S]*Compléter la fiche : mesures de sécurité/i,
  );
  expect(await page('')).toMatch(/Compléter la fiche : mesures de sécurité/i);

  night.at('2026-03-28T05:30:00.000Z');
  expect(await page(`/cases/${id}`)).toMatch(/mesures de sécurité[^<]*\(échéance passée : sam\. 28 mars 06:00/i);
  expect(await page(`/cases/${id}/sheet?type=complete`)).toContain('Non déterminé à ce stade (échéance passée : ');
  expect(await page('')).toMatch(/Compléter la fiche : mesures de sécurité/i);
});
