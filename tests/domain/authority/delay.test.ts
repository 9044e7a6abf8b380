import { describe, expect, it } from '@jest/globals';
import { delayAt } from '../../../domain/authority/delay';
import { legalDue } from '../../../domain/deadline/legalClock';

/** T1 of domain rules 3.2: strict 13:20Z, Regulation 14:00Z. */
const due = legalDue('2026-03-10T13:20:00Z', 72, 'Europe/Paris');

describe('reasons for delay (rule G4)', () => {
  it.each([
    ['in time to the second', '2026-03-13T13:20:00Z', 'running', false, 0],
    ['late by the careful count', '2026-03-13T13:20:01Z', 'late_strict', true, 1000],
    ['at the Regulation’s limit', '2026-03-13T14:00:00Z', 'late_strict', true, 2_400_000],
    ['late by both', '2026-03-13T14:00:01Z', 'late', true, 2_401_000],
  ] as const)('%s', (_what, at, status, reasonsNeeded, lateMs) => {
    expect(delayAt(due, new Date(at))).toEqual({ status, reasonsNeeded, lateMs });
  });
});
