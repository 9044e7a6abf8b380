import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { touch } from './workflow';

/** A worker of its own on the same server: start of a workflow → begin of its only activity, milliseconds. */
export async function bareTemporal(address: string) {
  Runtime.install({ shutdownSignals: [], logger: { ...silent, log: silent.info } });
  const begun = new Map<number, () => void>();
  const taskQueue = `bench-${randomUUID()}`;
  const [native, connection] = [await NativeConnection.connect({ address }), await Connection.connect({ address })];
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowsPath: require.resolve('./workflow'),
    activities: { touched: async (index: number) => begun.get(index)?.() },
  });
  const running = worker.run();
  const client = new Client({ connection });
  let index = 0;
  return {
    async once(): Promise<number> {
      const mine = index++;
      const beginning = new Promise<void>((resolve) => begun.set(mine, resolve));
      const startMs = performance.now();
      const handle = await client.workflow.start<typeof touch>('touch', {
        workflowId: `${taskQueue}/${mine}`,
        taskQueue,
        args: [mine],
      });
      await beginning;
      const tookMs = performance.now() - startMs;
      await handle.result(); // the next one begins on a quiet server
      return tookMs;
    },
    async stop(): Promise<void> {
      worker.shutdown();
      await running;
      await connection.close();
      await native.close();
    },
  };
}

const nothing = (): void => undefined;
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
