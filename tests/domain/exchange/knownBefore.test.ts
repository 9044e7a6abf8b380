import { describe, expect, it } from '@jest/globals';
import { knownBefore } from '../../../domain/exchange/knownBefore';

const MADE = '2026-03-27T12:00:00.000Z';
const TOLD = '2026-03-27T10:00:00.000Z';
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
    expect(knownBefore(TOLD, envelope(2))).toBe(TOLD);
    expect(knownBefore(TOLD, envelope(2, BEGAN))).toBe(TOLD);
    expect(knownBefore(null, envelope(2))).toBeNull();
  });

  it('counts for nothing of a first version, before which nothing was told', () => {
    expect(knownBefore(LONG_AGO, envelope(1))).toBeNull();
  });

  it('is never before the breach began that its sealed envelope tells of, nor after that was made', () => {
    expect(knownBefore(LONG_AGO, envelope(2, BEGAN))).toBe(BEGAN);
    expect(knownBefore('2026-03-27T12:00:01.000Z', envelope(2))).toBeNull();
  });

  it('before the law applied is a slip in the year: it counts for nothing, and the notice is taken', () => {
    expect(knownBefore('1926-03-27T10:00:00.000Z', envelope(2))).toBeNull();
    expect(knownBefore('1926-03-27T10:00:00.000Z', envelope(2, BEGAN))).toBeNull();
  });
});
