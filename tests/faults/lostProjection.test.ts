import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTrial, type Trial } from './trial';

/** Nothing is appended behind the declaration, and whoever wrote it tells nobody: as if it had died in between. */
describe('an API that dies between acknowledgement and projection', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await openTrial({ limitSeconds: 24, marginSeconds: 12 });
  }, 120_000);
  afterAll(() => trial.close(), 30_000);

  it('hides nothing: every controller is told in time', async () => {
    const spare = await trial.untilTold(await trial.suspect());
    for (const seconds of spare) expect(seconds).toBeGreaterThan(0);
  }, 120_000);

  it('hides nothing while Temporal is away either: the watchdog sends', async () => {
    const temporal = trial.start.pidOf('temporal');
    process.kill(temporal, 'SIGSTOP');
    const spare = await trial.untilTold(await trial.suspect()).finally(() => process.kill(temporal, 'SIGCONT'));
    for (const seconds of spare) expect(seconds).toBeGreaterThan(0);
  }, 120_000);
});
