import { dueOf, marginMs, type NoticeCase } from '../../domain/notice/case';
import { LONGEST_LEASE_MS } from '../delivery/claimAttempt';

const LEAST_LEASE_MS = 1_000;

/**
 * How long one attempt may last, mail time-outs included, milliseconds. Well below half the margin, so that short
 * contracts work too; and before the limit never more than a third of what is left, so that whoever falls silent
 * leaves time for two others.
 */
export function leaseOf(noticeCase: NoticeCase, now: Date): number {
  const longest = Math.min(LONGEST_LEASE_MS, marginMs(noticeCase.agreement.terms) * 0.4);
  const dueAt = dueOf(noticeCase)?.dueAt;
  const leftMs = dueAt === undefined ? 0 : Date.parse(dueAt) - now.getTime();
  return leftMs <= 0 || noticeCase.notice.dischargedAt !== null
    ? longest
    : Math.max(LEAST_LEASE_MS, Math.min(longest, leftMs / 3));
}
