import {
  type Client,
  type Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import type { DutyRuns, OlderRun } from '../../application/ports/gateway';
import { registerSearchAttributes } from './searchAttributes';
import { DUTY_OBLIGATIONS, workflowIdOf } from '../../workflows/contract/duty';
import { poke } from '../../workflows/contract/poke';
import { CODE_VERSION, codeVersionOf, dutyQueue } from '../../workflows/contract/queues';

const CALL_MS = 5_000;
/** The time-skipping server's signal-with-start is not atomic; a cluster's is, but for a run that closes meanwhile. */
const START_TRIES = 5;
const BETWEEN_TRIES_MS = 20;

type Temporal = { client: Client; connection: Connection };

/**
 * @param taskQueue where new runs are started; the queue of this code's version unless a test has its own
 */
export function createDutyGateway({ client, connection }: Temporal, taskQueue = dutyQueue()): DutyRuns {
  const within = <T>(call: () => Promise<T>) => client.withDeadline(Date.now() + CALL_MS, call);

  const pokeOnce: DutyRuns['poke'] = async ({ orgId, obligation, subjectId, seq }) => {
    await client.workflow.signalWithStart(obligation, {
      workflowId: workflowIdOf({ orgId, obligation, subjectId }),
      taskQueue,
      args: [{ orgId, subjectId, seq }],
      signal: poke,
      signalArgs: [{ seq }],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE', // a discharged duty opens again with a supplement
    });
  };

  const startOnce: DutyRuns['start'] = async ({ orgId, obligation, subjectId, seq }) => {
    await client.workflow.start(obligation, {
      workflowId: workflowIdOf({ orgId, obligation, subjectId }),
      taskQueue,
      args: [{ orgId, subjectId, seq }],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
  };

  const { namespace } = client.options;

  return {
    async place() {
      const { namespaceInfo } = await within(() => client.workflowService.describeNamespace({ namespace }));
      return namespaceInfo?.id ?? namespace;
    },

    prepare: () => within(() => registerSearchAttributes(connection, namespace)),

    async poke(duty) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await within(() => pokeOnce(duty));
        } catch (error) {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError) || tries >= START_TRIES) throw error;
          await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS * tries));
        }
      }
    },

    async start(duty) {
      try {
        await within(() => startOnce(duty));
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },

    tell: (duty) =>
      unlessMissing(within(() => client.workflow.getHandle(workflowIdOf(duty)).signal(poke, { seq: duty.seq }))),

    async olderRuns() {
      const types = DUTY_OBLIGATIONS.map((type) => `'${type}'`).join(', ');
      const query = `ExecutionStatus = 'Running' AND WorkflowType IN (${types})`;
      return within(async () => {
        const older: OlderRun[] = [];
        for await (const run of client.workflow.list({ query })) {
          const version = codeVersionOf(run.taskQueue);
          if (version !== null && version < CODE_VERSION) older.push({ id: run.workflowId, runId: run.runId });
        }
        return older;
      });
    },

    end: ({ id, runId }) =>
      unlessMissing(
        within(() => client.workflow.getHandle(id, runId).terminate('started again by a newer version of the code')),
      ),

    runIdOf: workflowIdOf,
  };
}

/** A run that has ended is not there to be told: that is no fault. */
async function unlessMissing(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
