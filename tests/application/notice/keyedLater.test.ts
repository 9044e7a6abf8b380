import { describe, expect, it } from '@jest/globals';
import { noteNotice } from '../../../application/notice/noteNotice';
import { readCase } from '../../../application/notice/readCase';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, hour, T0 } from '../../fakes/threeControllers';

describe('F35 a call keyed in after the night', () => {
  it('stands with when it was made and when it was written down, and is refused with an hour to come', async () => {
    const house = await createNoticeHouse(T0);
    await becomeAware(house);
    const { id: noticeId } = await house.noticeOf('val');
    house.clock.now = new Date(hour(6));
    const ctx = house.as('ines', ['O']);
    const call = (at: string) =>
      noteNotice({
        ctx,
        input: { noticeId, key: at, command: { kind: 'logCall', contactId: 'c1', reached: true, at } },
      });
    expect(await call(hour(7))).toMatchObject({ error: { issues: [{ pointer: '/at', message: 'is yet to come' }] } });
    expect(await call(hour(2))).toMatchObject({ ok: true });
    const read = await readCase({ ctx, input: { noticeId } });
    expect(read.ok && read.value.notice.calls).toEqual([
      { contactId: 'c1', reached: true, note: null, at: hour(2), recordedAt: hour(6) },
    ]);
    expect(house.journal.entries.at(-1)).toMatchObject({ at: hour(2), recordedAt: hour(6) });
  });
});
