import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planExercise } from '../../../application/exercise/planExercise';
import { exercisesNow } from '../../../application/exercise/readExercises';
import { stopExercise } from '../../../application/exercise/stopExercise';
import { PlanExercise } from '../../../domain/exercise/decide';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const RUNS = 'Un exercice est en cours.';

describe('exercises on the page of what is to be done', () => {
  it('one that runs is there, with the way to it, until it is stopped', async () => {
    night.at('2026-03-27T08:00:00.000Z');
    expect((await door.read('sacha', '')).text).not.toContain(RUNS);
    const plan = PlanExercise.parse({ scenario: 'ransomware', startsAt: '2026-03-27T08:30:00.000Z' });
    const planned = await planExercise({ ctx: night.as('sacha'), input: { key: 'plan', plan } });
    if (!planned.ok) throw new Error(JSON.stringify(planned.error));
    expect((await door.read('sacha', '')).text).not.toContain(RUNS);
    night.at('2026-03-27T09:00:00.000Z');
    const { text } = await door.read('sacha', '');
    expect(text).toContain(RUNS);
    expect(text).toContain(`/exercises/${planned.value.id}"`);
    const stop = { exerciseId: planned.value.id, key: 'stop', stop: { reason: 'alerte réelle' } };
    const stopped = await stopExercise({ ctx: night.as('sacha'), input: stop });
    if (!stopped.ok) throw new Error(JSON.stringify(stopped.error));
    expect((await door.read('sacha', '')).text).not.toContain(RUNS);
  });

  it('the yearly one stands there from 30 days before its limit', async () => {
    const dueAt = async (now: string): Promise<string | null> => {
      night.at(now);
      const ctx = night.as('sacha');
      const organisation = await ctx.ports.projections.read('o1', 'organisation', 'o1');
      if (organisation === null) throw new Error('no organisation');
      return (await exercisesNow({ ctx, input: organisation })).dueAt;
    };
    expect(await dueAt('2027-02-01T08:00:00.000Z')).toBeNull();
    expect(await dueAt('2027-03-20T08:00:00.000Z')).toMatch(/^2027-0[34]-/);
  });
});
