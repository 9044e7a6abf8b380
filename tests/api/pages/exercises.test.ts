import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandIncident } from '../../../application/incident/commandIncident';
import { reportEvent } from '../../../application/incident/reportEvent';
import { listIncidents } from '../../../application/incident/listIncidents';
import { Signal } from '../../../domain/incident/commands';
import { createNight, type Night, taken } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { openNightExercises } from '../../fakes/nightExercise';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let exercises: Awaited<ReturnType<typeof openNightExercises>>;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-27T08:00:00.000Z');
  exercises = await openNightExercises(night);
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const main = (html: string): string => html.slice(html.indexOf('<main'));

describe('a signal ticked as an exercise, though none was planned', () => {
  it('stands on the page of exercises and in its list, in no list of what is real', async () => {
    const ctx = night.as('ines');
    const signal = Signal.parse({
      text: 'Essai de la sonnette',
      source: 'person',
      alertedAt: night.clock.now.toISOString(),
      declarant: { name: 'Claude Enquête', phone: '+33 1 99 00 00 21' },
      looksLike: 'loss',
      exercise: true,
    });
    const { id } = taken(await reportEvent({ ctx, input: { key: 'ticked', signal } }));
    const page = main((await door.read('sacha', '/exercises')).text);
    expect(page).toContain('Signalements cochés');
    expect(page).toContain('Essai de la sonnette');
    expect(page).toContain(`/incidents/${id}"`);
    expect(page).not.toContain(`/incidents/${exercises.incident}"`); // its exercise is in the register itself
    expect(main((await door.read('sacha', '/exercises', 'en')).text)).toContain('Signals ticked as an exercise');
    const real = taken(await listIncidents({ ctx, input: { limit: 50 } }));
    expect(real.map((one) => one.id)).not.toContain(id);
  });
});

describe('an exercise that has ended', () => {
  const incidentOf = async (exerciseId: string): Promise<string> =>
    (await night.ports.projections.read('o1', 'exercise', exerciseId))?.injected[0]?.incidentId ?? '';

  it('offers to reopen nothing of it: incident, notice, case', async () => {
    const incidentId = await incidentOf(exercises.concluded);
    const query = { parentId: incidentId, limit: 10 };
    const [notice] = await night.ports.projections.list('o1', 'notice', query);
    const [own] = await night.ports.projections.list('o1', 'controllerCase', query);
    for (const path of [
      `/incidents/${incidentId}`,
      `/incidents/${incidentId}/notices/${notice?.id}`,
      `/cases/${own?.id}`,
    ]) {
      const { status, text } = await door.read('paul', path);
      expect([path, status]).toEqual([path, 200]);
      expect([path, main(text).match(/href="[^"]*reopen[^"]*"/)]).toEqual([path, null]);
    }
  });

  it('has its report on paper: named, marked, with the hash that the journal holds', async () => {
    const page = main((await door.read('sacha', `/exercises/${exercises.concluded}`)).text);
    expect(page).toContain(`/exercises/${exercises.concluded}/report/pdf"`);
    const { status, headers, text } = await door.read('sacha', `/exercises/${exercises.concluded}/report/pdf`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const held = await night.ports.projections.read('o1', 'exercise', exercises.concluded);
    for (const said of ['EXERCICE', 'Rançongiciel', 'Paul Modèle', held?.concluded?.reportHash ?? '?'])
      expect(text).toContain(said);
    const running = (await door.read('sacha', `/exercises/${exercises.running}/report/pdf`, 'en')).text;
    expect(running).toContain('Planned');
    expect(running).not.toContain('Hash of the report');
  });

  it('while one goes on, its closed event may be reopened', async () => {
    const command = {
      kind: 'event.dismiss',
      reason: 'rien',
      personalDataOnSystem: false,
      breakGlassReason: null,
    } as const;
    await night.command('ines', exercises.incident, { kind: 'triage.start', firstFacts: null });
    const input = { incidentId: exercises.incident, key: 'dismiss', command };
    taken(await commandIncident({ ctx: night.as('paul'), input }));
    expect(main((await door.read('paul', `/incidents/${exercises.incident}`)).text)).toContain('/reopen-event"');
  });

  it('says on page and paper what our own case lacked, and when what was told', async () => {
    const page = main((await door.read('sacha', `/exercises/${exercises.concluded}`)).text);
    const paper = (await door.read('sacha', `/exercises/${exercises.concluded}/report/pdf`)).text;
    for (const said of ['Nos dossiers de responsable', '(nos propres données)', 'l’autorité n’a pas été avertie']) {
      expect(page).toContain(said);
      expect(paper).toContain(said);
    }
    expect(page).toContain('décider le risque');
    expect(paper).toContain('une seconde à la montre vaut 1\u00a0min');
    expect(paper).toContain('Les dossiers partagés ne s’ouvrent plus');
    const english = main((await door.read('sacha', `/exercises/${exercises.concluded}`, 'en')).text);
    expect(english).toContain('Lacking in the record when the authority was told');
  });
});
