import { describe, expect, it } from '@jest/globals';
import type { Approval } from '../../../domain/approval/approval';
import { shownRequests } from '../../../domain/approval/shown';

const asked: Approval<null> = {
  requestId: 'r1',
  command: 'x',
  proposal: null,
  requestHash: 'h',
  reason: null,
  boundTo: 5,
  requestedBy: 'a',
  requestedAt: '2026-05-13T08:00:00.000Z',
  expiresAt: '2026-05-13T12:00:00.000Z',
  voices: [],
  effective: false,
};
const soon = '2026-05-13T09:00:00.000Z';

describe('a request for a second voice is seen', () => {
  it.each([
    ['while it waits', [asked], 5, soon, ['open']],
    ['once a newer decision made it void', [asked], 6, soon, ['void']],
    ['once its time was over', [asked], 5, '2026-05-13T12:00:00.000Z', ['expired']],
    ['for three days', [asked], 6, '2026-05-16T08:00:00.000Z', ['void']],
    ['no longer after them', [asked], 6, '2026-05-16T08:00:00.001Z', []],
    ['no longer once it took effect', [{ ...asked, effective: true }], 6, soon, []],
    ['once only where the same was asked again', [asked, { ...asked, boundTo: 6 }], 6, soon, ['open']],
    ['beside another that waits', [asked, { ...asked, command: 'y', boundTo: 6 }], 6, soon, ['void', 'open']],
  ] as const)('%s', (_when, approvals, decided, now, statuses) => {
    expect(shownRequests(approvals, decided, new Date(now)).map(({ status }) => status)).toEqual(statuses);
  });
});
