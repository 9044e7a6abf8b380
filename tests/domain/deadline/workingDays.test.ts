import { describe, expect, it } from '@jest/globals';
import { isHoliday } from '../../../domain/deadline/holidays';
import { nextWorkingDay, workingDaysAfter } from '../../../domain/deadline/workingDays';

const iso = (text: string) => new Date(text).toISOString();

/** Domain rules section 3.4: five "jours ouvrés". */
const rows = [
  ['W1', '2026-04-01T10:00:00Z', '2026-04-09T22:00Z', '2026-04-10T22:00Z'],
  ['W2', '2026-07-10T14:00:00Z', '2026-07-20T22:00Z', '2026-07-20T22:00Z'],
  ['W4', '2026-05-06T10:00:00Z', '2026-05-15T22:00Z', '2026-05-15T22:00Z'],
  ['W5', '2026-05-21T10:00:00Z', '2026-05-29T22:00Z', '2026-05-29T22:00Z'],
  ['W7', '2027-03-25T10:00:00Z', '2027-04-02T22:00Z', '2027-04-05T22:00Z'],
] as const;

describe('five working days', () => {
  it.each(rows)('%s in metropolitan France', (_name, received, due, _elsewhere) => {
    expect(workingDaysAfter(received, 5, 'FR-metropole', 'Europe/Paris')).toBe(iso(due));
  });
  it.each(rows)('%s in Alsace-Moselle', (_name, received, _due, due) => {
    expect(workingDaysAfter(received, 5, 'FR-alsace-moselle', 'Europe/Paris')).toBe(iso(due));
  });
  it.each([
    ['W1', '2026-04-08T22:00Z'],
    ['W2', '2026-07-17T22:00Z'],
    ['W4', '2026-05-13T22:00Z'],
    ['W5', '2026-05-28T22:00Z'],
    ['W7', '2027-04-01T22:00Z'],
  ])('%s never counts Saturdays ("jours ouvrables")', (name, wrong) => {
    const [, received = ''] = rows.find(([row]) => row === name) ?? [];
    expect(workingDaysAfter(received, 5, 'FR-metropole', 'Europe/Paris')).not.toBe(iso(wrong));
  });
});

it('the day of receipt is the local one: 23:30 UTC in summer is tomorrow in Paris', () => {
  expect(workingDaysAfter('2026-07-05T23:30:00Z', 1, 'FR-metropole', 'Europe/Paris')).toBe(iso('2026-07-07T22:00Z'));
});

it('the next working day skips weekend and holiday', () => {
  expect(nextWorkingDay('2026-04-03T16:00:00Z', 'FR-metropole', 'Europe/Paris')).toBe(iso('2026-04-06T22:00Z'));
});

it.each([
  [2026, '2026-04-06'],
  [2027, '2027-03-29'],
  [2038, '2038-04-26'],
  [2100, '2100-03-29'],
])('Easter Monday of %s is %s', (year, date) => {
  expect(isHoliday(date, 'FR-metropole')).toBe(true);
  expect(isHoliday(`${year}-04-13`, 'FR-metropole')).toBe(false);
});

const MOVING = ['04-06', '05-14', '05-25'];
it.each([
  ['FR-metropole', ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25', ...MOVING]],
  [
    'FR-alsace-moselle',
    ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25', '12-26', '04-03', ...MOVING],
  ],
  ['BE', ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25', ...MOVING]],
] as const)('the legal holidays of 2026 in %s, and no other day', (calendar, expected) => {
  const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, day + 1)).toISOString().slice(0, 10));
  const holidays = days.filter((day) => isHoliday(day, calendar)).map((day) => day.slice(5));
  expect(holidays).toEqual([...expected].toSorted());
});

it('France keeps 14 July, Belgium 21 July', () => {
  expect([isHoliday('2026-07-14', 'FR-metropole'), isHoliday('2026-07-14', 'BE')]).toEqual([true, false]);
  expect([isHoliday('2026-07-21', 'FR-metropole'), isHoliday('2026-07-21', 'BE')]).toEqual([false, true]);
});
