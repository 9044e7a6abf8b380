import { expect, it } from '@jest/globals';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, hour, readable, T0 } from '../../fakes/threeControllers';

it('an exercise runs on the same machine, and leaves only to contacts that opted in, marked (invariant 12)', async () => {
  const house = await createNoticeHouse(T0, {}, ['Astreinte DSI']);
  await becomeAware(house, ['availability'], T0, true);
  const { id } = await house.noticeOf('val');
  const story = await house.settle(id, hour(36));
  expect(story).toContain('03-28T08:20 protect');
  const outside = house.mails.filter(({ to }) => !to.endsWith('slime.example'));
  expect(new Set(outside.map(({ to }) => to))).toEqual(new Set(['astreinte@val-temoin.example']));
  for (const { raw } of outside) expect(readable(raw)).toMatch(/"exercise": true/);
});

it('without anybody who opted in, nothing of an exercise leaves the house', async () => {
  const house = await createNoticeHouse(T0);
  await becomeAware(house, ['availability'], T0, true);
  await house.settle((await house.noticeOf('val')).id, hour(36));
  expect(house.mails.filter(({ to }) => !to.endsWith('slime.example'))).toEqual([]);
});
