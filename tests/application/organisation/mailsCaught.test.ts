import { describe, expect, it } from '@jest/globals';
import { loadCase } from '../../../application/notice/readCase';
import { areMailsCaught } from '../../../application/organisation/mailsCaught';
import { DEMONSTRATOR } from '../../../domain/organisation/fold';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

const caught = [{ result: 'caught' as const, replyCode: 250 }];
const answers = { 'dpo@val-temoin.example': caught, 'astreinte@val-temoin.example': caught };
const relay = { fingerprint: 'r', name: 'r', test: async () => ({}) };

/** A notice that the catching server kept, and then a relay is set; whose first entry is the demonstrator's, or is not. */
async function underRelay(isDemonstration: boolean) {
  const house = await createNoticeHouse(T0, answers);
  const { journal } = house.ports;
  const { readWindow } = journal;
  journal.readWindow = async (...asked) =>
    (await readWindow(...asked)).map((entry) =>
      isDemonstration && entry.seq === 1 ? { ...entry, actor: DEMONSTRATOR } : entry,
    );
  await becomeAware(house);
  const { id } = await house.noticeOf('val');
  house.clock.now = new Date(hour(1));
  await send(house, id);
  await house.settle(id, hour(1));
  house.ports.relay = relay as unknown as NonNullable<typeof house.ports.relay>;
  const read = await loadCase(house.engine, id);
  return { isCaught: await areMailsCaught(house.engine), dischargedAt: read.ok && read.value.notice.dischargedAt };
}

describe('mails that stay here (ADR 0011, invariant 13)', () => {
  it('discharge the clocks of a demonstration for ever, though a relay is set after it was made', async () => {
    expect(await underRelay(true)).toEqual({ isCaught: true, dischargedAt: hour(1) });
  });

  it('told nobody of any other organisation once a relay is set', async () => {
    expect(await underRelay(false)).toEqual({ isCaught: false, dischargedAt: null });
  });
});
