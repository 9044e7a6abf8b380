import { type ActivityInterfaceFor, proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import { urgentQueueOf } from '../contract/queues';

export type Pace = { urgent: boolean; patienceMs: number };

/**
 * Readings of the journal: a few milliseconds, so they run within the workflow's own task and spare Temporal a round.
 * A database that fails over is asked again, for ever.
 */
export function readings<A>(): ActivityInterfaceFor<A> {
  return proxyLocalActivities<A>({
    startToCloseTimeout: '15 s',
    localRetryThreshold: '20 s',
    retry: { initialInterval: '1 s', maximumInterval: '10 s' },
  });
}

/**
 * Activities for one act. Repeating is safe: each only reads, or appends under a fixed key, or sends the same bytes
 * under a claim. So it is repeated for ever, unless `maximumAttempts` bounds it: somebody must be told.
 */
export function actsAt<A>(
  { urgent, patienceMs }: Pace,
  maximumAttempts = Number.POSITIVE_INFINITY,
): ActivityInterfaceFor<A> {
  const { taskQueue } = workflowInfo();
  return proxyActivities<A>({
    taskQueue: urgent ? urgentQueueOf(taskQueue) : taskQueue,
    startToCloseTimeout: patienceMs,
    retry: { initialInterval: '1 s', maximumInterval: Math.max(1_000, patienceMs / 2), maximumAttempts },
  });
}

/**
 * Acts that go on for a while and say that they live. Whoever finds one silent begins another, which goes on where it was:
 * what each has done is marked, so repeating is safe.
 */
export function longActs<A>(): ActivityInterfaceFor<A> {
  return proxyActivities<A>({
    startToCloseTimeout: '5 min',
    heartbeatTimeout: '15 s',
    retry: { initialInterval: '1 s', maximumInterval: '1 min' },
  });
}
