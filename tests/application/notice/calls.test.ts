import { describe, expect, it } from '@jest/globals';
import { listCalls } from '../../../application/notice/listCalls';
import { noteNotice } from '../../../application/notice/noteNotice';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, hour, T0 } from '../../fakes/threeControllers';

describe('nobody sends', () => {
  it('at 90 % our own people are to be called, with the text to read; each step says that the one before brought nothing', async () => {
    const house = await createNoticeHouse(T0);
    await becomeAware(house);
    const { id: noticeId } = await house.noticeOf('val');
    const calls = async () => {
      const listed = await listCalls({ ctx: house.as('ines', ['O']), input: { noticeId } });
      return listed.ok ? listed.value : [];
    };
    await house.settle(noticeId, hour(20));
    expect(await calls()).toEqual([]);

    await house.settle(noticeId, hour(22));
    expect(await calls()).toEqual([
      expect.objectContaining({ to: { kind: 'person', id: 'ines' }, phone: '+33 1 99 00 00 21' }),
      expect.objectContaining({ to: { kind: 'person', id: 'alix' }, phone: '+33 1 99 00 00 24' }),
    ]);
    expect((await calls())[0]?.text).toContain('AV-');

    const entries = await house.journal.readSubject('o1', { kind: 'notice', id: noticeId }, 0);
    const said = entries.filter(({ type }) => type === 'notice.reminded').map(({ fields }) => fields);
    expect(said.map(({ step, unansweredSince }) => [step?.value, unansweredSince?.value])).toEqual([
      [25, null],
      [50, hour(6)],
      [75, hour(12)],
      [90, hour(18)],
    ]);

    const command = { kind: 'logCall' as const, contactId: 'ines', reached: true };
    await noteNotice({ ctx: house.as('alix', ['DIR']), input: { noticeId, key: 'call', command } });
    expect((await calls()).map(({ to }) => to.id)).toEqual(['alix']);
  });
});
