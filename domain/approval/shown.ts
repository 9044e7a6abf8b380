import { HOUR_MS } from '../shared/instant';
import { type Approval, type ApprovalStatus, statusOf } from './approval';

/** How long a request that came to nothing is shown to whoever asked: a night and two days. */
const SHOWN_MS = 72 * HOUR_MS;

type Shown<A> = { approval: A; status: Exclude<ApprovalStatus, 'effective'> };

/**
 * Requests that people have to see: those that wait for a voice, and for three days those that came to nothing, by a newer
 * decision or by time, unless the same was asked again.
 */
export function shownRequests<A extends Approval<unknown>>(
  approvals: readonly A[],
  decided: number,
  now: Date,
): Shown<A>[] {
  return approvals.flatMap((approval, index): Shown<A>[] => {
    const status = statusOf(approval, decided, now);
    if (status === 'effective') return [];
    if (status === 'open') return [{ approval, status }];
    const isOld = now.getTime() > Date.parse(approval.requestedAt) + SHOWN_MS;
    const isAskedAgain = approvals.slice(index + 1).some(({ command }) => command === approval.command);
    return isOld || isAskedAgain ? [] : [{ approval, status }];
  });
}
