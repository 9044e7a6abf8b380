import { expect, it } from '@jest/globals';
import { leaseOf } from '../../../application/notice/leaseOf';
import type { NoticeCase } from '../../../domain/notice/case';
import { confirmed } from '../../fakes/noticeStory';
import { T0 } from '../../fakes/threeControllers';

const DUE_MS = Date.parse(T0) + 24 * 3_600_000;

/** A contract of 24 hours; `secondsLeft`: to its limit. */
function lease(secondsLeft: number, { marginMinutes = 60, isTold = false } = {}): number {
  const noticeCase = {
    notice: { opened: { purpose: 'breach' }, dischargedAt: isTold ? T0 : null },
    incident: { seq: 1, clock: { ...confirmed, provisionalT0: T0, awareAt: T0 } },
    agreement: {
      terms: {
        breachNotice: { hours: 24, from: 'awareness', confidentialityFromDetection: false },
        protectiveNotice: { enabled: true, marginMinutes },
      },
    },
  } as NoticeCase;
  return leaseOf(noticeCase, new Date(DUE_MS - secondsLeft * 1000)) / 1000;
}

// Seconds left to the limit, and seconds that one attempt may last.
it.each([
  ['hours before the limit, two minutes', lease(36_000), 120],
  ['of a short margin, less than half of it', lease(36_000, { marginMinutes: 1 }), 24],
  ['near the limit, a third of what is left', lease(90), 30],
  ['at the very limit, a second', lease(1), 1],
  ['after the limit, two minutes again', lease(-1), 120],
  ['once the limit was met, two minutes', lease(90, { isTold: true }), 120],
])('one attempt may last, %s', (_what, seconds, expected) => {
  expect(seconds).toBeCloseTo(expected, 5);
});
