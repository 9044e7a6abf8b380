import { describe, expect, it } from '@jest/globals';
import { isWorkingDay, nextWorkingMorning } from '../../../domain/deadline/workingDay';

const paris = 'Europe/Paris';

describe('the next working morning', () => {
  it.each([
    ['2026-05-13T21:00:00.000Z', '2026-05-15T07:00:00.000Z', 'over Ascension'],
    ['2026-05-12T10:00:00.000Z', '2026-05-13T07:00:00.000Z', 'the day after'],
    ['2026-07-10T10:00:00.000Z', '2026-07-13T07:00:00.000Z', 'over a weekend'],
    ['2026-07-13T22:30:00.000Z', '2026-07-15T07:00:00.000Z', 'from 14 July, local'],
    ['2026-12-24T22:59:00.000Z', '2026-12-28T08:00:00.000Z', 'over Christmas and the weekend, in winter time'],
    ['2026-03-27T10:00:00.000Z', '2026-03-30T07:00:00.000Z', 'over the change to summer time'],
  ])('after %s is %s: %s', (instant, morning) => {
    expect(nextWorkingMorning(instant, paris)).toBe(morning);
  });

  it('steps over the eleven legal holidays of 2026', () => {
    const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)));
    const weekdays = days.filter((day) => day.getUTCDay() % 6 !== 0).map((day) => day.toISOString().slice(0, 10));
    expect(weekdays.filter((date) => !isWorkingDay(date))).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it.each([2024, 2025, 2027, 2038])('knows Easter Monday of %i', (year) => {
    const easterMonday = { 2024: '04-01', 2025: '04-21', 2027: '03-29', 2038: '04-26' }[year];
    expect(isWorkingDay(`${year}-${easterMonday}`)).toBe(false);
  });
});
