import { expect, it } from '@jest/globals';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, hour, readable, send, T0 } from '../../fakes/threeControllers';

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

it('an exercise whose mails were caught stays here once a relay is set, too', async () => {
  const caught = { result: 'caught', replyCode: 250 } as const;
  const accepted = { result: 'accepted', replyCode: 250 } as const;
  const house = await createNoticeHouse(T0, { 'astreinte@val-temoin.example': [caught, accepted] }, ['Astreinte DSI']);
  await becomeAware(house, ['availability'], T0, true);
  const { id } = await house.noticeOf('val');
  house.clock.now = new Date(hour(1));
  await send(house, id);
  await house.settle(id, hour(1));
  house.ports.relay = { fingerprint: 'r', name: 'r', test: async () => ({}) } as unknown as NonNullable<
    typeof house.ports.relay
  >;
  house.clock.now = new Date(hour(2));
  await house.settle(id, hour(2));
  const first = house.mails.find(({ to }) => to === 'astreinte@val-temoin.example');
  const raws = house.mails.filter(({ envelopeId }) => envelopeId === first?.envelopeId).map(({ raw }) => raw);
  expect(raws).toHaveLength(1);
  expect(readable(first?.raw ?? '')).toMatch(/\/n\/[\w-]{10,}/);
  expect((await house.noticeOf('val')).delivery).toBe('CAUGHT');
});
