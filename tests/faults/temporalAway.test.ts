import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dueOf } from '../../domain/notice/case';
import { takeTemporalAway } from './takeAway';
import { openTrial, type Trial } from './trial';

const LIMITS = { limitSeconds: 40, marginSeconds: 26 };

describe('Temporal away', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await openTrial(LIMITS);
  }, 120_000);
  afterAll(() => trial.close(), 30_000);

  it('its file deleted in mid-case: the clocks come back by themselves, from the journal', async () => {
    const incident = await trial.suspect();
    await sleep(3_000);
    const watched = trial.start.pidOf('watchdog');
    process.kill(watched, 'SIGSTOP'); // the first path must do it alone
    const folder = join(trial.dataFolder, 'temporal');
    const temporal = trial.start.pidOf('temporal');
    process.kill(temporal, 'SIGKILL');
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const spare = await trial.untilTold(incident).finally(() => process.kill(watched, 'SIGCONT'));
    for (const seconds of spare) expect(seconds).toBeGreaterThan(0);
  }, 180_000);

  it('at the declaration: it is accepted, and the limit is where it would be', async () => {
    const giveBack = await takeTemporalAway(trial);
    const before = Date.now();
    const incident = await trial.suspect();
    const after = Date.now();
    let cases = await trial.cases(incident);
    for (; cases.length < 3; cases = await trial.cases(incident)) await sleep(200);
    await giveBack();
    for (const noticeCase of cases) {
      const dueMs = Date.parse(dueOf(noticeCase)?.dueAt ?? '');
      expect(dueMs).toBeGreaterThanOrEqual(before + LIMITS.limitSeconds * 1_000);
      expect(dueMs).toBeLessThanOrEqual(after + LIMITS.limitSeconds * 1_000);
    }
    for (const seconds of await trial.untilTold(incident)) expect(seconds).toBeGreaterThan(0);
  }, 180_000);
});
