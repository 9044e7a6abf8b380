import { describe, expect, it } from '@jest/globals';
import { lastDayOf, longLegalDue, periodEnd } from '../../../domain/deadline/longPeriods';

const iso = (text: string) => new Date(text).toISOString();
const paris = { zone: 'Europe/Paris', calendar: 'FR-metropole' } as const;

describe('days, weeks, months, years after an instant (Regulation 1182/71 art. 3(2))', () => {
  it.each([
    ['the day of the event is not counted', '2026-03-10T13:20:00Z', 'days', 3, '2026-03-13'],
    ['a week ends on the day of the same name', '2026-03-10T13:20:00Z', 'weeks', 2, '2026-03-24'],
    ['a month ends on the same date', '2026-03-10T13:20:00Z', 'months', 1, '2026-04-10'],
    ['clamped to the end of the month', '2026-01-31T10:00:00Z', 'months', 1, '2026-02-28'],
    ['clamped in a leap year', '2028-01-31T10:00:00Z', 'months', 1, '2028-02-29'],
    ['over the new year', '2026-11-30T10:00:00Z', 'months', 3, '2027-02-28'],
    ['thirteen months', '2026-12-15T10:00:00Z', 'months', 13, '2028-01-15'],
    ['a year', '2026-05-02T10:00:00Z', 'years', 1, '2027-05-02'],
    ['a year from 29 February', '2028-02-29T10:00:00Z', 'years', 1, '2029-02-28'],
    ['the day is the local one', '2026-03-31T22:30:00Z', 'months', 1, '2026-05-01'],
  ] as const)('%s', (_name, t0, unit, length, day) => {
    expect(lastDayOf(t0, { unit, length }, 'Europe/Paris')).toBe(day);
  });

  it('ends at 24:00 local, by the clocks of that day', () => {
    const month = { unit: 'months', length: 1 } as const;
    expect(periodEnd('2026-03-10T13:20:00Z', month, 'Europe/Paris')).toBe(iso('2026-04-10T22:00:00Z'));
    expect(periodEnd('2026-10-10T13:20:00Z', month, 'Europe/Paris')).toBe(iso('2026-11-10T23:00:00Z'));
    expect(periodEnd('2026-03-10T23:20:00Z', month, 'Pacific/Marquesas')).toBe(iso('2026-04-11T09:30:00Z'));
  });
});

describe('a last day that is not worked (art. 3(4))', () => {
  it.each([
    ['a working day stays', '2026-03-10T13:20:00Z', '2026-04-10T22:00:00Z', '2026-04-10T22:00:00Z'],
    ['Saturday to Monday', '2026-03-11T13:20:00Z', '2026-04-11T22:00:00Z', '2026-04-13T22:00:00Z'],
    ['Sunday to Monday', '2026-03-12T13:20:00Z', '2026-04-12T22:00:00Z', '2026-04-13T22:00:00Z'],
    ['a holiday to the next day', '2026-06-14T13:20:00Z', '2026-07-14T22:00:00Z', '2026-07-15T22:00:00Z'],
    ['Easter: over the Monday too', '2026-03-04T13:20:00Z', '2026-04-04T22:00:00Z', '2026-04-07T22:00:00Z'],
  ])('%s', (_name, t0, strict, reg1182) => {
    expect(longLegalDue(t0, { unit: 'months', length: 1 }, paris)).toEqual({
      strict: iso(strict),
      reg1182: iso(reg1182),
    });
  });

  it.each([
    ['from a Monday: three working days', '2026-03-09T10:00:00Z', '2026-03-12T23:00:00Z', '2026-03-12T23:00:00Z'],
    ['from a Thursday: Friday and Monday', '2026-03-12T10:00:00Z', '2026-03-15T23:00:00Z', '2026-03-16T23:00:00Z'],
    ['from a Friday: Monday and Tuesday', '2026-03-13T10:00:00Z', '2026-03-16T23:00:00Z', '2026-03-17T23:00:00Z'],
    ['over Easter', '2026-04-03T10:00:00Z', '2026-04-06T22:00:00Z', '2026-04-08T22:00:00Z'],
  ])('of three days holds two working days (art. 3(5)), %s', (_name, t0, strict, reg1182) => {
    const due = longLegalDue(t0, { unit: 'days', length: 3 }, paris);
    expect(due).toEqual({ strict: iso(strict), reg1182: iso(reg1182) });
  });

  it('of one day, and in months, it holds what it holds', () => {
    const friday = '2026-03-13T10:00:00Z';
    expect(longLegalDue(friday, { unit: 'days', length: 1 }, paris).reg1182).toBe(iso('2026-03-16T23:00:00Z'));
    expect(longLegalDue(friday, { unit: 'months', length: 1 }, paris).reg1182).toBe(iso('2026-04-13T22:00:00Z'));
  });

  it('is one by the calendar of the place: 21 July is worked in France', () => {
    const due = (place: Parameters<typeof longLegalDue>[2]) =>
      longLegalDue('2026-06-21T10:00:00Z', { unit: 'months', length: 1 }, place).reg1182;
    expect(due(paris)).toBe(iso('2026-07-21T22:00:00Z'));
    expect(due({ zone: 'Europe/Brussels', calendar: 'BE' })).toBe(iso('2026-07-22T22:00:00Z'));
  });
});
