import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entriesOf, openTrial, type Trial } from './trial';

const LIMITS = { limitSeconds: 40, marginSeconds: 24 };

describe('worker and Temporal stopped right after the attempt entry', () => {
  let trial: Trial;
  let isFrozen = false;

  beforeAll(async () => {
    trial = await openTrial({
      ...LIMITS,
      // The relay takes nothing of the engine: whoever asks before the freeze waits for an answer that never comes.
      smtp: { onConnect: (_session, done) => void (isFrozen ? done() : undefined) },
    });
  }, 120_000);
  afterAll(() => trial?.close(), 30_000);

  it('the notice still arrives before it is due, by the watchdog', async () => {
    const incident = await trial.suspect();
    while ((await entriesOf(trial, 'delivery.attempt')).length === 0) await sleep(50);
    const frozen = ['worker', 'temporal'].map((name) => trial.start.pidOf(name));
    for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    isFrozen = true;

    const spare = await trial.untilTold(incident).finally(() => frozen.forEach((pid) => process.kill(pid, 'SIGCONT')));
    for (const seconds of spare) expect(seconds).toBeGreaterThan(0);
    const accepted = (await entriesOf(trial, 'delivery.outcome')).filter(
      ({ values }) => values['result'] === 'accepted',
    );
    expect(new Set(accepted.map(({ actor }) => actor.id))).toEqual(new Set(['watchdog']));
  }, 180_000);
});
