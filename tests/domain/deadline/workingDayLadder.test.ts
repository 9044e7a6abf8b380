import { describe, expect, it } from '@jest/globals';
import { workingDayRungs } from '../../../domain/deadline/workingDayLadder';
import { workingDaysAfter } from '../../../domain/deadline/workingDays';

const place = { zone: 'Europe/Paris', calendar: 'FR-metropole' } as const;
const rungsFrom = (from: string) =>
  workingDayRungs({ from, dueAt: workingDaysAfter(from, 5, place.calendar, place.zone) }, place).map(
    ({ step, atMs, roles }) => [step, new Date(atMs).toISOString(), roles.join()] as const,
  );

describe('row "5 jours ouvrés" (domain rules 7.7)', () => {
  it('W1: day 4 and day 5 at 09:00 local, over Easter and the change of hour', () => {
    // Wed 1 Apr 2026, 14:00 in Paris; Thu 2, Fri 3, (Easter Mon), Tue 7, Wed 8 (day 4), Thu 9 (day 5)
    expect(rungsFrom('2026-04-01T12:00:00.000Z')).toEqual([
      [50, '2026-04-05T17:00:00.000Z', 'IM'],
      [80, '2026-04-08T07:00:00.000Z', 'IM,DPO'],
      [92, '2026-04-09T07:00:00.000Z', 'DPO'],
      [100, '2026-04-09T22:00:00.000Z', 'DIR'],
    ]);
  });

  it.each(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'])(
    'asked on %s: never the DPO on a Saturday, a Sunday or a holiday',
    (day) => {
      const withDpo = rungsFrom(`${day}T10:00:00.000Z`).filter(([, , roles]) => roles.includes('DPO'));
      expect(withDpo).toHaveLength(2);
      for (const [, at] of withDpo) {
        expect(at.slice(11)).toBe('08:00:00.000Z');
        expect([1, 2, 3, 4, 5]).toContain(new Date(at).getUTCDay());
      }
    },
  );

  it('W2: what was worked last before a holiday is day 4', () => {
    // Fri 10 Jul 2026 16:00; Mon 13, (Tue 14), Wed 15, Thu 16, Fri 17 (day 4), Mon 20 (day 5)
    expect(rungsFrom('2026-07-10T14:00:00.000Z').map(([, at]) => at)).toEqual([
      '2026-07-15T18:00:00.000Z',
      '2026-07-17T07:00:00.000Z',
      '2026-07-20T07:00:00.000Z',
      '2026-07-20T22:00:00.000Z',
    ]);
  });

  it('of one working day has no day before it', () => {
    const from = '2026-03-02T10:00:00.000Z';
    const dueAt = workingDaysAfter(from, 1, place.calendar, place.zone);
    expect(workingDayRungs({ from, dueAt }, place).map(({ roles }) => roles.join())).toEqual(['IM', 'DPO', 'DIR']);
  });

  it('shrinks with the pace of an exercise, whole', () => {
    const from = '2026-04-01T12:00:00.000Z';
    const span = Date.parse('2026-04-09T22:00:00.000Z') - Date.parse(from);
    const dueAt = new Date(Date.parse(from) + span / 60).toISOString();
    expect(workingDayRungs({ from, dueAt }, place, 60).map(({ step }) => step)).toEqual([50, 80, 92, 100]);
    expect(workingDayRungs({ from, dueAt }, place, 60).at(-1)?.atMs).toBe(Date.parse(dueAt));
  });
});
