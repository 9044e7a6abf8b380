import { type ActivityInterfaceFor, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { urgentQueueOf } from '../contract/queues';

export type Pace = { urgent: boolean; patienceMs: number };

/** Reading takes a few milliseconds; a database that fails over is asked again. */
export const READING: Pace = { urgent: false, patienceMs: 15_000 };

/**
 * Activities for one act. Repeating is safe: each only reads, or appends under a fixed key, or sends the same bytes
 * under a claim. So it is repeated for ever: somebody must be told.
 */
export function actsAt<A>({ urgent, patienceMs }: Pace): ActivityInterfaceFor<A> {
  const { taskQueue } = workflowInfo();
  return proxyActivities<A>({
    taskQueue: urgent ? urgentQueueOf(taskQueue) : taskQueue,
    startToCloseTimeout: patienceMs,
    retry: { initialInterval: '1 s', maximumInterval: Math.max(1_000, patienceMs / 2) },
  });
}
