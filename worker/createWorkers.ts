import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { createActivities } from '../activities/createActivities';
import type { Ports } from '../application/ports/ports';
import { dutyQueue, urgentQueueOf } from '../workflows/contract/queues';

export type WorkerParts = {
  connection: NativeConnection;
  namespace?: string;
  /** Built before the start: `{ codePath }` of `dist/`, or `{ code }` in tests. Never made on the fly. */
  workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  ports: Ports;
  /** The queue of this code's version, unless a test has its own. */
  taskQueue?: string;
  /** How long acts under way may still run at the end; shorter where somebody waits at a terminal. */
  shutdownMs?: number;
};

/** Above the mail time-outs, so that an outcome is still written; below what a supervisor grants before it kills. */
const SHUTDOWN_MS = 60_000;
/** What is still running after the grace is let go this much later (milliseconds). */
const FORCE_AFTER_MS = 500;
const AT_ONCE = 50;
const URGENT_AT_ONCE = 20;

/**
 * Two workers of one process: workflows with their everyday acts, and urgent acts alone, so that no rush of reminders
 * stands before a notice that must leave.
 */
export async function createWorkers({
  connection,
  namespace = 'default',
  workflowBundle,
  ports,
  ...more
}: WorkerParts) {
  const { taskQueue = dutyQueue(), shutdownMs = SHUTDOWN_MS } = more;
  const activities = createActivities(ports);
  const shared = {
    connection,
    namespace,
    activities,
    shutdownGraceTime: shutdownMs,
    shutdownForceTime: shutdownMs + FORCE_AFTER_MS,
  } as const;
  const workers = await Promise.all([
    Worker.create({ ...shared, taskQueue, workflowBundle, maxConcurrentActivityTaskExecutions: AT_ONCE }),
    Worker.create({
      ...shared,
      taskQueue: urgentQueueOf(taskQueue),
      maxConcurrentActivityTaskExecutions: URGENT_AT_ONCE,
    }),
  ]);
  const shutdown = (): void => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  return {
    /** Resolves after `shutdown` or SIGTERM, once running acts have ended; one that fails takes the other with it. */
    async run(): Promise<void> {
      const runs = workers.map((worker) => worker.run());
      try {
        await Promise.all(runs);
      } catch (error) {
        shutdown();
        await Promise.allSettled(runs);
        throw error;
      }
    },
    shutdown,
  };
}
