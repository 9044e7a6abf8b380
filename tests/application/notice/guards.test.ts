import { expect, it } from '@jest/globals';
import { noteNotice } from '../../../application/notice/noteNotice';
import type { NotingCommand } from '../../../domain/notice/commands';
import { emptyDraft } from '../../../domain/notice/items';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, hour, T0 } from '../../fakes/threeControllers';

async function told() {
  const house = await createNoticeHouse(T0);
  await becomeAware(house);
  const { id: noticeId } = await house.noticeOf('val');
  await house.settle(noticeId, hour(23.9)); // the protective notice has left
  let acts = 0;
  const note = (command: NotingCommand, over?: number) =>
    noteNotice({ ctx: house.as('alix', ['DIR', 'O']), input: { noticeId, key: `act-${(acts += 1)}`, command, over } });
  return { house, noticeId, note };
}

it('only who is told of the notice acknowledges it or is called about it', async () => {
  const { house, noticeId, note } = await told();
  const nobody = {
    ok: false,
    error: { code: 'input.invalid', issues: [expect.objectContaining({ pointer: '/contactId' })] },
  };
  const acknowledge = (contactId: string) =>
    note({ kind: 'acknowledge', version: 1, contactId, via: 'call', name: 'D', function: 'DPO' });
  const before = (await house.journal.readSubject('o1', { kind: 'notice', id: noticeId }, 0)).length;
  expect(await acknowledge('c9')).toEqual(nobody);
  expect(await acknowledge('alix')).toEqual(nobody);
  expect(await note({ kind: 'logCall', contactId: 'c9', reached: true })).toEqual(nobody);
  expect(await house.journal.readSubject('o1', { kind: 'notice', id: noticeId }, 0)).toHaveLength(before);
  expect(await acknowledge('c1')).toMatchObject({ ok: true });
  expect(await note({ kind: 'logCall', contactId: 'alix', reached: true })).toMatchObject({ ok: true });
});

it('a draft is not guarded by a revision that was never written', async () => {
  const { note } = await told();
  const draft = { kind: 'draft' as const, items: emptyDraft };
  expect(await note(draft, 999_999)).toMatchObject({ ok: false, error: { code: 'revision.stale' } });
});
