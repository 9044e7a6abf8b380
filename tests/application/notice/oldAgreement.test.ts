import { expect, it } from '@jest/globals';
import { reachMilestone } from '../../../application/notice/reachMilestone';
import type { Json } from '../../../domain/shared/jcs';
import { annexOf, createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, hour, T0 } from '../../fakes/threeControllers';

it.each([
  ['a number of six digits', { phone: '+33 3639' }],
  ['a tab in a name', { name: 'Astreinte\tDSI' }],
])('under an agreement that was recorded with %s, the protective notice leaves', async (_what, change) => {
  const house = await createNoticeHouse(T0);
  const { entries } = house.journal;
  const index = entries.findIndex(({ subject }) => subject.id === 'val');
  const entry = entries[index];
  const field = entry?.fields['document'];
  if (entry === undefined || field === undefined) throw new Error('no agreement');
  const { controller, ...rest } = annexOf('val');
  const noticeContacts = controller.noticeContacts.map((contact) => ({ ...contact, ...change }));
  const value = { ...rest, controller: { ...controller, noticeContacts } } as Json;
  entries[index] = { ...entry, fields: { ...entry.fields, document: { ...field, value } } };

  await becomeAware(house);
  const { id } = await house.noticeOf('val');
  house.clock.now = new Date(hour(23.1));
  const milestone = { kind: 'protect', version: 'protective', atMs: house.clock.now.getTime() } as const;
  expect(await reachMilestone({ ctx: house.engine, input: { noticeId: id, milestone } })).toEqual({
    ok: true,
    value: null,
  });
  expect((await house.noticeOf('val')).versions).toHaveLength(1);
});
