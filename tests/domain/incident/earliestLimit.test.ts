import { describe, expect, it } from '@jest/globals';
import type { BreachClock } from '../../../domain/deadline/breachClock';
import { noClock } from '../../../domain/incident/clock';
import { earliestLimit } from '../../../domain/incident/earliestLimit';
import { storyAt } from '../../fakes/incidentStory';

const breachNotice = (hours: number) => ({
  breachNotice: { hours, from: 'awareness' as const, confidentialityFromDetection: true },
});
const agreements = [
  { id: 'a', terms: breachNotice(24) },
  { id: 'b', terms: breachNotice(12) },
];
const { report } = storyAt('EVENT_NEW').state();
const alertedAt = '2026-05-13T08:00:00.000Z';
const limit = (clock: BreachClock, touched: string[] = [], detectedAt: string | null = null) =>
  earliestLimit(
    {
      report: { ...report, alertedAt, detectedAt },
      clock,
      touched: touched.map((agreementId) => ({ agreementId, role: 'processor' as const })),
      ownProcessing: false,
    },
    agreements,
  )?.dueAt ?? null;

describe('the earliest limit that management is told at once (duty S4-02)', () => {
  it('before anything is known: the strictest contract, from the first alert or an earlier detection', () => {
    expect(limit(noClock)).toBe('2026-05-13T20:00:00.000Z');
    expect(limit(noClock, [], '2026-05-13T06:00:00.000Z')).toBe('2026-05-13T18:00:00.000Z');
    expect(limit(noClock, [], '2026-05-13T09:00:00.000Z')).toBe('2026-05-13T20:00:00.000Z');
  });

  it('once a clock runs: that of the contracts which are touched', () => {
    const clock: BreachClock = { ...noClock, status: 'provisional', provisionalT0: '2026-05-13T10:00:00.000Z' };
    expect(limit(clock, ['a'])).toBe('2026-05-14T10:00:00.000Z');
    expect(limit(clock, ['a', 'b'])).toBe('2026-05-13T22:00:00.000Z');
  });

  it('a clock that runs and touches nobody yet: the strictest contract of all, since anybody may be touched (7.5)', () => {
    const clock: BreachClock = { ...noClock, status: 'provisional', provisionalT0: '2026-05-13T10:00:00.000Z' };
    expect(limit(clock)).toBe('2026-05-13T22:00:00.000Z');
    const own = { report: { ...report, alertedAt }, clock, touched: [], ownProcessing: true };
    expect(earliestLimit(own, agreements)).toBeNull();
  });

  it('none where it was ruled out, or where there is no contract', () => {
    expect(limit({ ...noClock, status: 'cancelled' }, ['a'])).toBeNull();
    expect(earliestLimit({ report, clock: noClock, touched: [], ownProcessing: false }, [])).toBeNull();
  });
});
