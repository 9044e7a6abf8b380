import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let id: string;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  night.at('2026-03-27T08:00:00.000Z');
  id = await night.report('ines', 'Un poste lent', '2026-03-27T07:50:00.000Z', 'event');
  await night.command('paul', id, { kind: 'triage.start', firstFacts: null });
  await night.command('paul', id, {
    kind: 'event.dismiss',
    personalDataOnSystem: true,
    reason: 'Mise à jour en cours.',
    breakGlassReason: 'Personne d’autre à cette heure.',
  });
});
afterAll(() => door.stop());

const buttonsIn = (html: string) =>
  [...html.matchAll(/<a class="btn main" href="([^"]+)">([^<]+)/g)].map(([, href = '', text = '']) => [href, text]);

describe('what one person decided for two', () => {
  it('is reviewed on the page to which the button leads, on "Maintenant" and on the incident', async () => {
    const review = [`/o/o1/incidents/${id}/review`, 'Relire la décision'];
    expect(buttonsIn((await door.read('sacha', '')).text)).toContainEqual(review);
    expect(buttonsIn((await door.read('sacha', `/incidents/${id}`)).text)).toContainEqual(review);
    const sent = await door.send('sacha', `/incidents/${id}/review`, { verdict: 'confirmed' });
    const [broken] = (await night.ports.projections.read('o1', 'incident', id))?.breakGlasses ?? [];
    const fields = { breakGlassSeq: String(broken?.seq ?? ''), verdict: 'confirmed' };
    expect(sent.status).toBe(400);
    expect((await door.send('sacha', `/incidents/${id}/review`, fields)).status).toBe(303);
    expect((await door.read('sacha', '')).text).not.toContain('Relire la décision');
  });

  it('is read, and not reviewed, by who may not', async () => {
    const other = await night.report('ines', 'Un autre poste', '2026-03-27T07:50:00.000Z', 'event');
    await night.command('paul', other, { kind: 'triage.start', firstFacts: null });
    await night.command('paul', other, {
      kind: 'event.dismiss',
      personalDataOnSystem: true,
      reason: 'Mise à jour en cours.',
      breakGlassReason: 'Personne d’autre à cette heure.',
    });
    expect((await door.read('ines', '')).text).not.toContain(`/incidents/${other}/review`);
    expect((await door.read('ines', '')).text).toContain(`/incidents/${other}"`);
  });
});
