import { describe, expect, it } from '@jest/globals';
import { endOfLocalDay, readLocalTime, startOfLocalDay } from '../../../domain/deadline/localTime';

const paris = 'Europe/Paris';

describe('a local date and time (domain rules 3.1)', () => {
  it.each([
    ['2026-03-27', '10:20', paris, '2026-03-27T09:20:00.000Z', 'T4 before the clocks go forward'],
    ['2026-10-23', '10:20', paris, '2026-10-23T08:20:00.000Z', 'T5 before the clocks go back'],
    ['2026-07-11', '11:05', 'Pacific/Marquesas', '2026-07-11T20:35:00.000Z', 'T14, a zone of half hours'],
    ['2028-02-29', '23:10:30', paris, '2028-02-29T22:10:30.000Z', 'a leap day, with seconds'],
    ['2026-12-31', '23:30', 'Pacific/Kiritimati', '2026-12-31T09:30:00.000Z', 'the earliest zone'],
    ['2026-12-31', '23:30', 'America/New_York', '2027-01-01T04:30:00.000Z', 'another year in UTC'],
    ['2026-03-29', '01:59', paris, '2026-03-29T00:59:00.000Z', 'the last minute before the gap'],
    ['2026-03-29', '03:00', paris, '2026-03-29T01:00:00.000Z', 'the first minute after the gap'],
  ])('%s %s in %s is %s: %s', (date, time, zone, instant) => {
    expect(readLocalTime({ date, time, zone, fold: null })).toEqual({ ok: true, instant });
  });

  it('in the hour that came twice must say which', () => {
    const read = (fold: 'first' | 'second' | null) =>
      readLocalTime({ date: '2026-10-25', time: '02:30', zone: paris, fold });
    expect(read(null)).toEqual({ ok: false, fault: 'repeatedHour' });
    expect(read('first')).toEqual({ ok: true, instant: '2026-10-25T00:30:00.000Z' });
    expect(read('second')).toEqual({ ok: true, instant: '2026-10-25T01:30:00.000Z' });
  });

  it.each(['02:00', '02:30', '02:59'])('in the hour that never was (%s) is refused', (time) => {
    expect(readLocalTime({ date: '2026-03-29', time, zone: paris, fold: null })).toEqual({
      ok: false,
      fault: 'missingHour',
    });
  });

  it('says nothing by `second` where the hour came once', () => {
    expect(readLocalTime({ date: '2026-10-24', time: '02:30', zone: paris, fold: 'second' })).toEqual({
      ok: true,
      instant: '2026-10-24T00:30:00.000Z',
    });
  });

  it('known only by its date is local 00:00, the earliest', () => {
    expect(readLocalTime({ date: '2026-05-13', time: null, zone: paris, fold: null })).toEqual({
      ok: true,
      instant: '2026-05-12T22:00:00.000Z',
    });
  });

  it('known only by its date, where midnight came twice or never, is the first instant of that day', () => {
    const havana = { date: '2026-11-01', time: null, zone: 'America/Havana', fold: null }; // 01:00 back to 00:00
    expect(readLocalTime(havana)).toEqual({ ok: true, instant: '2026-11-01T04:00:00.000Z' });
    const beirut = { date: '2026-03-29', time: null, zone: 'Asia/Beirut', fold: null }; // 00:00 on to 01:00
    expect(readLocalTime(beirut)).toEqual({ ok: true, instant: '2026-03-28T22:00:00.000Z' });
  });

  it.each([
    ['2026-02-30', '10:00'],
    ['2026-2-3', '10:00'],
    ['2026-02-03', '24:00'],
    ['2026-02-03', '10'],
    ['', ''],
  ])('that is none (%s %s) is refused', (date, time) => {
    expect(readLocalTime({ date, time, zone: paris, fold: null })).toEqual({ ok: false, fault: 'malformed' });
  });

  it('bounds a day of 23 and one of 25 hours', () => {
    const hours = (date: string) =>
      (Date.parse(endOfLocalDay(date, paris)) - Date.parse(startOfLocalDay(date, paris))) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-12-31')]).toEqual([23, 25, 24]);
  });
});
