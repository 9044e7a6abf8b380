import { describe, expect, it } from '@jest/globals';
import { endOfLocalDay } from '../../../domain/deadline/localTime';
import { limitDue } from '../../../domain/deadline/limit';
import { archivePeriod, LOG_MONTHS, logRetention } from '../../../domain/deadline/retention';

const iso = (text: string) => new Date(text).toISOString();
const zone = 'Europe/Paris';

/** Domain rules section 3.4. */
describe('r.archive10y: ten years from 1 January after', () => {
  it.each(['2025-12-31T23:00:00Z', '2026-06-15T10:00:00Z', '2026-12-31T22:59:59Z'])('archived %s', (archivedAt) => {
    expect(archivePeriod(archivedAt, zone)).toEqual({
      startsAt: iso('2026-12-31T23:00Z'),
      endsAt: iso('2036-12-31T23:00Z'),
    });
  });

  it('the year is the local one', () => {
    expect(archivePeriod('2026-12-31T23:00:00Z', zone).endsAt).toBe(iso('2037-12-31T23:00Z'));
  });
});

describe('logs are gone a day before their months are over', () => {
  it.each([
    ['r.access6m', LOG_MONTHS.access, '2026-08-31', '2027-02-28', '2027-02-26T23:00Z'],
    ['r.tech3m', LOG_MONTHS.technical, '2026-11-30', '2027-02-28', '2027-02-26T23:00Z'],
    ['r.tech3m in summer', LOG_MONTHS.technical, '2026-03-15', '2026-06-15', '2026-06-13T22:00Z'],
  ])('%s', (_clock, months, created, lastDay, purgeAt) => {
    expect(logRetention(`${created}T12:00:00Z`, months, zone)).toEqual({ lastDay, purgeAt: iso(purgeAt) });
  });
});

describe('a trace of reading, which knows no zone, goes by the UTC day', () => {
  const instants = ['2026-02-28T23:30:00Z', '2026-08-31T00:30:00Z', '2026-08-31T12:00:00Z', '2026-08-31T23:30:00Z'];
  it.each(instants)('%s: before the last day of any zone is over', (at) => {
    const { purgeAt } = logRetention(at, LOG_MONTHS.access, 'UTC');
    for (const there of ['Pacific/Kiritimati', 'Europe/Paris', 'Pacific/Marquesas']) {
      const { lastDay } = logRetention(at, LOG_MONTHS.access, there);
      expect(Date.parse(purgeAt)).toBeLessThan(Date.parse(endOfLocalDay(lastDay, there)));
    }
  });
});

describe('other periods that are kept (section 3.5)', () => {
  const place = { zone, calendar: 'FR-metropole' } as const;
  it.each([
    ['r.account24', { unit: 'hours', length: 24, count: 'elapsed' }, '2026-03-28T19:00:00Z', '2026-03-29T19:00:00Z'],
    ['r.contact1y', { unit: 'years', length: 1, count: 'unmoved' }, '2026-05-02T10:00:00Z', '2027-05-02T22:00:00Z'],
    ['r.leave1m', { unit: 'months', length: 1, count: 'unmoved' }, '2026-01-31T10:00:00Z', '2026-02-28T23:00:00Z'],
    ['h.hold.review', { unit: 'days', length: 90, count: 'unmoved' }, '2026-03-01T10:00:00Z', '2026-05-30T22:00:00Z'],
    ['k.request5', { unit: 'workingDays', length: 5 }, '2026-05-06T10:00:00Z', '2026-05-15T22:00:00Z'],
    [
      's.cnil.silence ends on a Saturday',
      { unit: 'months', length: 2, count: 'unmoved' },
      '2026-06-15T10:00:00Z',
      '2026-08-15T22:00:00Z',
    ],
  ] as const)('%s', (_clock, limit, t0, strict) => {
    expect(limitDue(limit, t0, place)).toEqual({ strict: iso(strict), reg1182: null });
  });

  it('what Union law counts has both counts', () => {
    const hours = { unit: 'hours', length: 24, count: 'reg1182' } as const;
    const month = { unit: 'months', length: 1, count: 'reg1182' } as const;
    expect(limitDue(hours, '2026-03-10T13:20:00Z', place)).toEqual({
      strict: iso('2026-03-11T13:20:00Z'),
      reg1182: iso('2026-03-11T14:00:00Z'),
    });
    expect(limitDue(month, '2026-03-11T13:20:00Z', place)).toEqual({
      strict: iso('2026-04-11T22:00:00Z'),
      reg1182: iso('2026-04-13T22:00:00Z'),
    });
  });
});
