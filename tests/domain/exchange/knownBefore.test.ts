import { describe, expect, it } from '@jest/globals';
import { knownBefore } from '../../../domain/exchange/knownBefore';

const MADE = '2026-03-27T12:00:00.000Z';
const TOLD = '2026-03-27T10:00:00.000Z';
const AT_ONCE = '2026-03-27T12:15:00.000Z';
const LATE = '2026-03-29T21:20:00.000Z';
const BEGAN = '2026-03-27T09:00:00.000Z';
const LONG_AGO = '2018-06-01T00:00:00.000Z';

type Given = Parameters<typeof knownBefore>[1];
const envelope = (version: number, from: string | null = null) =>
  ({
    header: { madeAt: MADE, notice: { version } },
    facts: from === null ? null : { record: { period: { period: 'ongoing', from, estimated: true } }, contacts: [] },
  }) as unknown as Given;

describe('since when a peer says that we knew (rule E5)', () => {
  it('counts of a later version: an earlier one may have come by another way', () => {
    expect(knownBefore(TOLD, envelope(2), MADE)).toBe(TOLD);
    expect(knownBefore(TOLD, envelope(2, BEGAN), MADE)).toBe(TOLD);
    expect(knownBefore(null, envelope(2), MADE)).toBeNull();
  });

  it('counts for nothing of a first version, before which nothing was told', () => {
    expect(knownBefore(LONG_AGO, envelope(1), MADE)).toBeNull();
    expect(knownBefore(LONG_AGO, envelope(1), AT_ONCE)).toBeNull();
  });

  it('is when its mails left of a first version that is taken late: that is what its seal says (domain rules 7.3)', () => {
    expect(knownBefore(null, envelope(1), LATE)).toBe(MADE);
    expect(knownBefore(LONG_AGO, envelope(1), LATE)).toBe(MADE);
    expect(knownBefore(null, envelope(1, BEGAN), LATE)).toBe(MADE);
  });

  it('is nothing where a first version tells of a breach that begins later than it is taken: a slip of theirs', () => {
    expect(knownBefore(null, envelope(1, '2026-04-27T09:00:00.000Z'), LATE)).toBeNull();
  });

  it('is never before the breach began that its sealed envelope tells of, nor after that was made', () => {
    expect(knownBefore(LONG_AGO, envelope(2, BEGAN), MADE)).toBe(BEGAN);
    expect(knownBefore('2026-03-27T12:00:01.000Z', envelope(2), MADE)).toBeNull();
  });

  it('before the law applied is a slip in the year: it counts for nothing, and the notice is taken', () => {
    expect(knownBefore('1926-03-27T10:00:00.000Z', envelope(2), MADE)).toBeNull();
    expect(knownBefore('1926-03-27T10:00:00.000Z', envelope(2, BEGAN), MADE)).toBeNull();
  });
});
