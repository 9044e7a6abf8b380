import { describe, expect, it } from '@jest/globals';
import { durationWords } from '../../../templates/pages/frame/duration';
import { calendarWords, inputMoment, momentWords, zoneWords } from '../../../templates/pages/frame/moment';
import { safeHref } from '../../../templates/pages/frame/safeHref';

const NBSP = '\u00a0';
const plain = (text: string) => text.replaceAll(NBSP, ' ');
const paris = { zone: 'Europe/Paris', language: 'fr' as const, now: '2026-03-28T02:12:00.000Z' };

describe('an instant in words', () => {
  it('carries its zone, also across the night in which clocks change', () => {
    expect(plain(momentWords('2026-03-28T07:40:00.000Z', paris, 'full'))).toBe('sam. 28 mars 08:40 (UTC+1)');
    expect(plain(momentWords('2026-03-29T08:10:00.000Z', paris, 'full'))).toBe('dim. 29 mars 10:10 (UTC+2)');
    const london = { ...paris, language: 'en' as const };
    expect(plain(momentWords('2026-03-28T07:40:00.000Z', london, 'full'))).toBe('Sat 28 March 08:40 (UTC+1)');
  });

  it('calls a midnight at which something ends the end of its day, across the night in which clocks change too', () => {
    const ends = (at: string) => plain(momentWords(at, paris, 'end'));
    expect(ends('2026-04-03T22:00:00.000Z')).toBe('ven. 3 avr. 24:00 (UTC+2)');
    expect(ends('2026-03-29T22:00:00.000Z')).toBe('dim. 29 mars 24:00 (UTC+2)');
    expect(ends('2026-03-28T23:00:00.000Z')).toBe('sam. 28 mars 24:00 (UTC+1)');
    expect(ends('2026-04-03T22:01:00.000Z')).toBe('sam. 4 avr. 00:01 (UTC+2)');
    expect(plain(momentWords('2026-04-03T22:00:00.000Z', paris, 'full'))).toBe('sam. 4 avr. 00:00 (UTC+2)');
  });

  it('says the second where two of one minute stand beside each other', () => {
    expect(plain(momentWords('2026-03-28T07:40:05.900Z', paris, 'second'))).toBe('5 s');
  });

  it('says the year when it is another, or when asked', () => {
    expect(plain(momentWords('2025-12-31T23:30:00.000Z', paris, 'plain'))).toBe('1 janv. 00:30 (UTC+1)');
    expect(plain(momentWords('2025-12-31T22:30:00.000Z', paris, 'plain'))).toBe('31 déc. 2025 23:30 (UTC+1)');
    expect(plain(momentWords('2026-03-28T07:40:00.000Z', paris, 'long'))).toBe('28 mars 2026 08:40 (UTC+1)');
  });

  it('says the day beside the hour unless it is today, across the night in which clocks change too', () => {
    const near = (at: string, more = {}) => plain(momentWords(at, { ...paris, ...more }, 'near'));
    expect(near('2026-03-28T22:59:00.000Z')).toBe('23:59 (UTC+1)');
    expect(near('2026-03-28T23:00:00.000Z')).toBe('demain 00:00 (UTC+1)');
    expect(near('2026-03-29T21:59:00.000Z', { language: 'en' })).toBe('tomorrow 23:59 (UTC+2)');
    expect(near('2026-03-29T22:00:00.000Z')).toBe('lun. 30 mars 00:00 (UTC+2)');
    expect(near('2026-03-27T22:59:00.000Z')).toBe('ven. 27 mars 23:59 (UTC+1)');
  });

  it('never breaks over two lines, but in narrow columns before the hour', () => {
    for (const style of ['full', 'plain', 'long', 'hour'] as const) {
      expect(momentWords('2026-03-28T07:40:00.000Z', paris, style)).not.toMatch(/[ \t\n]/);
    }
  });

  it('writes a day of the calendar in the language of the page, without an hour', () => {
    expect(plain(calendarWords('2027-12-31', 'fr'))).toBe('31 décembre 2027');
    expect(plain(calendarWords('2027-12-31', 'en'))).toBe('31 December 2027');
  });

  it('writes half-hour zones and zones behind UTC', () => {
    expect(zoneWords('2026-07-11T20:35:00.000Z', 'Pacific/Marquesas')).toBe('UTC−9:30');
    expect(zoneWords('2026-01-01T00:00:00.000Z', 'Africa/Abidjan')).toBe('UTC');
    expect(inputMoment('2026-07-11T20:35:00.000Z', 'Pacific/Marquesas')).toBe('2026-07-11T11:05');
  });
});

describe('a length of time in words', () => {
  const minutes = (n: number) => n * 60_000;
  it.each([
    [minutes(0.5), 'moins d’une minute', 'under a minute'],
    [minutes(48), '48 min', '48 min'],
    [minutes(328), '5 h 28', '5 h 28'],
    [minutes(300), '5 h', '5 h'],
    [minutes(29 * 60 + 5), '1 j 5 h', '1 d 5 h'],
    [minutes(-552), '9 h 12', '9 h 12'],
  ])('%d ms', (ms, fr, en) => {
    expect(plain(durationWords(ms, 'fr'))).toBe(fr);
    expect(plain(durationWords(ms, 'en'))).toBe(en);
  });
});

describe('a link', () => {
  it.each(['/o/1/incidents', '#ack', '?view=all', 'tel:+33199000011', 'https://vigie.example/n/x', ''])(
    '%s passes',
    (href) => {
      expect(safeHref(href)).toBe(href);
    },
  );
  it.each(['javascript:alert(1)', '//evil.example', '/\\evil.example', 'data:text/html,x', 'JAVASCRIPT:x', '/a\nb'])(
    '%j is refused',
    (href) => {
      expect(() => safeHref(href)).toThrow(RangeError);
    },
  );
});
