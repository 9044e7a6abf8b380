import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../domain/notice/case';
import { openTrial, reopenTrial, type Trial } from '../faults/trial';

const LIMITS = { limitSeconds: 60, marginSeconds: 38 };

describe('the time zone of the host', () => {
  it('moves no clock when it is changed in mid-case', async () => {
    const before = await openTrial({ ...LIMITS, env: { TZ: 'America/St_Johns' } });
    const incident = await before.suspect();
    const limits = await limitsOf(before, incident);

    const after = await reopenTrial(before, { ...LIMITS, env: { TZ: 'Pacific/Kiritimati' } });
    expect(await limitsOf(after, incident)).toEqual(limits);
    for (const seconds of await after.untilTold(incident)) expect(seconds).toBeGreaterThan(0);
    await after.close();
  }, 240_000);
});

/** Due instants of the three notices, once the relay has opened them. */
async function limitsOf(trial: Trial, incident: string): Promise<(string | undefined)[]> {
  for (;;) {
    const cases = await trial.cases(incident);
    if (cases.length === 3) return cases.map((noticeCase) => dueOf(noticeCase)?.dueAt).toSorted();
    await sleep(100);
  }
}
