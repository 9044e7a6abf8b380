import { beforeEach, describe, expect, it } from '@jest/globals';
import { createActivities } from '../../activities/createActivities';
import { LONGEST_LEASE_MS } from '../../application/delivery/claimAttempt';
import { controllers, createNoticeHouse, type House } from '../fakes/noticeHouse';
import { becomeAware, hour, send, T0 } from '../fakes/threeControllers';

let house: House;
let noticeId: string;
beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
});

const read = (hours: number) =>
  createActivities(house.ports).readNoticeStep({
    orgId: 'o1',
    noticeId,
    handFromMs: 0,
    nowMs: Date.parse(hour(hours)),
  });

describe('what a workflow is told of a notice', () => {
  it('is the next milestone at the instant that it asks for, and the entry that the answer rests on', async () => {
    expect(await read(0)).toMatchObject({
      readSeq: (await house.noticeOf('val')).seq,
      milestone: { kind: 'remind', ladder: 'due', step: 25, atMs: Date.parse(hour(6)) },
      state: 'DRAFT/OPEN',
      dueAt: hour(24),
    });
    expect(await read(23)).toMatchObject({ milestone: { kind: 'protect' } });
  });

  it('shows ids, states and instants, and no name: it lies in clear in Temporal', async () => {
    const answers = JSON.stringify([await read(0), await read(23), await read(30)]);
    for (const { name, domain, service } of Object.values(controllers)) {
      for (const word of [name, domain, service, 'Intrusion', 'slime.example']) expect(answers).not.toContain(word);
    }
  });

  it('is urgent when a version is to be frozen or carried, not when people are reminded', async () => {
    expect((await read(6)).pace.urgent).toBe(false);
    expect((await read(23)).pace.urgent).toBe(true);
    await send(house, noticeId);
    const leaving = await read(1);
    expect(leaving.milestone?.kind).toBe('deliver');
    expect(leaving.pace.urgent).toBe(true);
  });

  it('gives one try less time than its lease, and a lease less than half the margin', async () => {
    const { patienceMs } = (await read(0)).pace;
    expect(patienceMs).toBeLessThan(LONGEST_LEASE_MS);
    expect(patienceMs).toBeLessThan((60 * 60_000) / 2);
  });
});

describe('an activity that is refused', () => {
  it('fails with a code of the domain and no other word', async () => {
    const unknown = createActivities(house.ports).readNoticeStep({
      orgId: 'o1',
      noticeId: 'unknown',
      handFromMs: 0,
      nowMs: 0,
    });
    await expect(unknown).rejects.toMatchObject({ type: 'subject.unknown', message: 'subject.unknown' });
  });

  it('done twice is done once', async () => {
    const { remind } = createActivities(house.ports);
    house.clock.now = new Date(hour(6));
    const { milestone } = await read(6);
    if (milestone?.kind !== 'remind') throw new Error('no reminder is due');
    await remind({ orgId: 'o1', noticeId, milestone });
    await remind({ orgId: 'o1', noticeId, milestone });
    expect(house.journal.entries.filter(({ type }) => type === 'notice.reminded')).toHaveLength(1);
  });
});
