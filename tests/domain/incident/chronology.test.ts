import { describe, expect, it } from '@jest/globals';
import { EARLIEST_BEGINNING, outOfOrder, outOfReach } from '../../../domain/incident/chronology';
import { Signal } from '../../../domain/incident/commands';
import { decideReport } from '../../../domain/incident/decide';
import { offsetMs } from '../../../domain/deadline/legalClock';
import { GDPR_APPLIES } from '../../../domain/shared/instant';
import { writeInstant, writeOffset } from '../../../domain/letters/writeInstant';
import { momentWords } from '../../../templates/pages/frame/moment';

const now = new Date('2026-05-13T08:00:00.000Z');
const pointers = (issues: readonly { pointer: string }[]) => issues.map(({ pointer }) => pointer);
const signal = (alertedAt: string) =>
  Signal.parse({ text: 'Portable volé.', source: 'person', alertedAt, declarant: { phone: '+33 1 00 00 00 00' } });

describe('the instants of facts', () => {
  it.each(['0000-01-01T00:00:00Z', '1026-05-13T07:00:00Z', '2018-05-24T23:59:59.999Z'])(
    '%s is a slip in the year: no fact is older than the GDPR',
    (alertedAt) => {
      expect(decideReport(signal(alertedAt), now)).toMatchObject({
        ok: false,
        error: { code: 'input.invalid', issues: [{ pointer: '/alertedAt' }] },
      });
    },
  );

  it('the day the GDPR applied is taken', () => {
    expect(decideReport(signal(GDPR_APPLIES), now).ok).toBe(true);
  });

  it('an attack may have begun before it', () => {
    const began = [{ pointer: '/beganAt', at: '2014-03-01T00:00:00Z' }];
    expect(outOfOrder(began, now, EARLIEST_BEGINNING)).toEqual([]);
    expect(pointers(outOfOrder(began, now))).toEqual(['/beganAt']);
  });

  it('what the journal holds already is compared with, and not judged again', () => {
    const old = { pointer: '/alertedAt', at: '0000-01-01T00:00:00Z', recorded: true as const };
    expect(outOfOrder([old, { pointer: '/t0', at: '2026-05-13T07:00:00Z' }], now)).toEqual([]);
  });

  it('what is planned lies within a year', () => {
    const planned = (at: string) => pointers(outOfReach({ pointer: '/at', at }, now));
    expect(planned('2027-05-13T08:00:00Z')).toEqual([]);
    expect(planned('2027-05-13T08:00:01Z')).toEqual(['/at']);
    expect(planned('9999-12-31T00:00:00Z')).toEqual(['/at']);
    expect(planned('0026-12-31T00:00:00Z')).toEqual(['/at']);
  });

  it("a tool's clock up to a minute ahead is set to ours; further ahead is refused", () => {
    expect(decideReport(signal('2026-05-13T08:00:05Z'), now)).toMatchObject({
      value: { values: { alertedAt: now.toISOString() } },
    });
    expect(decideReport(signal('2026-05-13T08:01:00Z'), now).ok).toBe(true);
    expect(decideReport(signal('2026-05-13T08:01:01Z'), now)).toMatchObject({
      error: { issues: [{ pointer: '/alertedAt', message: 'is yet to come' }] },
    });
  });
});

describe('an instant before 1900', () => {
  it("is written in UTC, never in a place's own sun time", () => {
    const at = '1811-01-02T00:00:00Z';
    expect(offsetMs(Date.parse(at), 'Europe/Paris')).toBe(0);
    expect(writeInstant('en', 'Europe/Paris', at)).toBe('2 January 1811 at 00:00');
    expect(writeOffset('Europe/Paris', at)).toBe('UTC');
    const words = momentWords(at, { zone: 'Europe/Paris', language: 'en', now: now.toISOString() }, 'long');
    expect(words.replaceAll('\u00a0', ' ')).toBe('2 January 1811 00:00 (UTC)');
  });
});
