import { describe, expect, it } from '@jest/globals';
import { charterReply, renewalLimit, renewalStatus } from '../../../domain/deadline/charter';

const iso = (text: string) => new Date(text).toISOString();
const zone = 'Europe/Paris';

/** Domain rules section 3.4, clocks `c.charter.2m` and `c.charter.15d`. */
describe('two months, less a suspension of at most fifteen days', () => {
  const acknowledged = '2027-01-15T09:00:00Z';
  const askedAt = '2027-02-01T09:00:00Z';

  it('c.charter.2m: nothing lacked', () => {
    expect(charterReply(acknowledged, null, zone)).toEqual({
      dueAt: iso('2027-03-15T23:00Z'),
      itemsDueAt: null,
      suspendedDays: 0,
    });
  });

  it('c.charter.15d: items given on the ninth day add nine days', () => {
    expect(charterReply(acknowledged, { askedAt, receivedAt: '2027-02-10T15:00:00Z' }, zone)).toEqual({
      dueAt: iso('2027-03-24T23:00Z'),
      itemsDueAt: iso('2027-02-16T23:00Z'),
      suspendedDays: 9,
    });
  });

  it.each([
    ['never given', null],
    ['given after the fifteenth day', '2027-02-20T09:00:00Z'],
  ])('c.charter.15d: items %s add fifteen days, over the change of clocks', (_name, receivedAt) => {
    expect(charterReply(acknowledged, { askedAt, receivedAt }, zone)).toMatchObject({
      dueAt: iso('2027-03-30T22:00Z'),
      suspendedDays: 15,
    });
  });

  it('items given the same day suspend nothing', () => {
    expect(charterReply(acknowledged, { askedAt, receivedAt: '2027-02-01T17:00:00Z' }, zone)).toMatchObject({
      dueAt: iso('2027-03-15T23:00Z'),
      suspendedDays: 0,
    });
  });

  it.each(['2026-12-31', '2026-12-30', '2026-12-29'])('acknowledged on %s: clamped to 28 February', (day) => {
    expect(charterReply(`${day}T09:00:00Z`, null, zone).dueAt).toBe(iso('2027-02-28T23:00Z'));
  });
});

describe('c.renewal: before 31 January', () => {
  it('the limit is its first instant in Paris', () => {
    expect(renewalLimit(2027, zone)).toBe(iso('2027-01-30T23:00:00Z'));
  });

  it.each([
    ['2027-01-30T22:59:59Z', 'inTime'],
    ['2027-01-30T23:00:00Z', 'dayItself'],
    ['2027-01-31T22:59:59Z', 'dayItself'],
    ['2027-01-31T23:00:00Z', 'late'],
  ])('%s is %s', (sentAt, status) => {
    expect(renewalStatus(sentAt, 2027, zone)).toBe(status);
  });
});
