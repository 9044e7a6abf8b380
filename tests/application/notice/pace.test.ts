import { expect, it } from '@jest/globals';
import { loadCase } from '../../../application/notice/readCase';
import { noticeRows } from '../../../domain/deadline/noticeRows';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, T0 } from '../../fakes/threeControllers';

const PACE = 60;
const DAYS_MS = 5 * 86_400_000;

/** What happens in a notice that nobody touches, each with how long after awareness, in the time that it stands for. */
async function untouched(pace?: number): Promise<string[]> {
  const house = await createNoticeHouse(T0, {}, ['Astreinte DSI']);
  await becomeAware(house, ['availability'], T0, pace !== undefined, pace);
  const { id } = await house.noticeOf('val');
  await house.settle(id, new Date(Date.parse(T0) + DAYS_MS / (pace ?? 1)).toISOString());
  const read = await loadCase(house.engine, id);
  if (!read.ok) throw new Error(read.error.code);
  const { reminded, versions } = read.value.notice;
  const steps = [
    ...reminded.map(({ ladder, step, at }) => ({ what: `${ladder} ${step}`, at })),
    ...versions.map(({ kind, frozenAt: at }) => ({ what: kind as string, at })),
  ];
  const sinceMs = (at: string): number => (Date.parse(at) - Date.parse(T0)) * (pace ?? 1);
  return steps.map(({ what, at }) => `${what} after ${Math.round(sinceMs(at) / 60_000)} min`);
}

it('every wait of a notice shrinks by the pace of its exercise: the same steps at the same shares (invariant 12)', async () => {
  const real = await untouched();
  expect(real).toContain('due 25 after 360 min');
  expect(real.some((step) => step.startsWith('protective after'))).toBe(true);
  expect(real.some((step) => step.startsWith('acknowledgement 12'))).toBe(true);
  expect((await untouched(PACE)).toSorted()).toEqual(real.toSorted());
});

it('an exercise beside it touches no real clock', async () => {
  const house = await createNoticeHouse(T0);
  await becomeAware(house, ['availability'], T0);
  const { id } = await house.noticeOf('val');
  const dueOf = async () => {
    const read = await loadCase(house.engine, id);
    if (!read.ok) throw new Error(read.error.code);
    return noticeRows(read.value, new Date(T0)).map(({ clock }) => clock);
  };
  const before = await dueOf();
  await house.report('i2', T0, true, PACE);
  expect(await dueOf()).toEqual(before);
  expect(before[0]?.dueAt).toBe('2026-03-28T09:20:00.000Z');
});
