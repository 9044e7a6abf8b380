import { describe, expect, it } from '@jest/globals';
import { legalDue, legalStatus } from '../../../domain/deadline/legalClock';

/** Domain rules section 3.2: 72 hours of Article 33(1), computed with the zone database. */
const rows = [
  ['T1 plain', '2026-03-10T13:20:00Z', '2026-03-13T13:20:00Z', '2026-03-13T14:00:00Z', 'Europe/Paris'],
  [
    'T2 on the hour: hour 14 is not counted',
    '2026-03-10T13:00:00Z',
    '2026-03-13T13:00:00Z',
    '2026-03-13T14:00:00Z',
    'Europe/Paris',
  ],
  [
    'T3 one second before the hour',
    '2026-03-10T13:59:59Z',
    '2026-03-13T13:59:59Z',
    '2026-03-13T14:00:00Z',
    'Europe/Paris',
  ],
  ['T4 clocks go forward', '2026-03-27T09:20:00Z', '2026-03-30T09:20:00Z', '2026-03-30T10:00:00Z', 'Europe/Paris'],
  ['T5 clocks go back', '2026-10-23T08:20:00Z', '2026-10-26T08:20:00Z', '2026-10-26T09:00:00Z', 'Europe/Paris'],
  [
    'T7 repeated hour, second pass',
    '2026-10-25T01:30:00Z',
    '2026-10-28T01:30:00Z',
    '2026-10-28T02:00:00Z',
    'Europe/Paris',
  ],
  ['T8 ends on a holiday', '2026-04-03T16:45:00Z', '2026-04-06T16:45:00Z', '2026-04-06T17:00:00Z', 'Europe/Paris'],
  ['T10 over 14 July', '2026-07-11T09:05:00Z', '2026-07-14T09:05:00Z', '2026-07-14T10:00:00Z', 'Europe/Paris'],
  ['T11 Christmas', '2026-12-22T19:30:00Z', '2026-12-25T19:30:00Z', '2026-12-25T20:00:00Z', 'Europe/Paris'],
  ['T12 leap day', '2028-02-27T22:10:00Z', '2028-03-01T22:10:00Z', '2028-03-01T23:00:00Z', 'Europe/Paris'],
  ['T14 half-hour zone', '2026-07-11T20:35:00Z', '2026-07-14T20:35:00Z', '2026-07-14T21:30:00Z', 'Pacific/Marquesas'],
  [
    'T15 the published example',
    '2020-12-22T11:17:00Z',
    '2020-12-25T11:17:00Z',
    '2020-12-25T12:00:00Z',
    'Europe/Berlin',
  ],
] as const;

const iso = (text: string) => new Date(text).toISOString();

describe('72 hours of Article 33(1)', () => {
  it.each(rows)('%s', (_name, aware, strict, reg1182, zone) => {
    expect(legalDue(aware, 72, zone)).toEqual({ strict: iso(strict), reg1182: iso(reg1182) });
  });

  it.each(rows)('invariant 3, %s: strict < reg1182 ≤ strict + 3600 s', (_name, aware, _strict, _reg, zone) => {
    const { strict, reg1182 } = legalDue(aware, 72, zone);
    const gapMs = Date.parse(reg1182) - Date.parse(strict);
    expect(gapMs).toBeGreaterThan(0);
    expect(gapMs).toBeLessThanOrEqual(3_600_000);
  });

  it('is late by the careful count first, and late only after the Regulation’s', () => {
    const due = legalDue('2026-03-10T13:20:00Z', 72, 'Europe/Paris');
    const at = (text: string) => legalStatus(due, new Date(text));
    expect(at('2026-03-13T13:20:00Z')).toBe('running');
    expect(at('2026-03-13T13:20:01Z')).toBe('late_strict');
    expect(at('2026-03-13T14:00:00Z')).toBe('late_strict');
    expect(at('2026-03-13T14:00:01Z')).toBe('late');
  });
});
