import { join } from 'node:path';
import { NativeConnection, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import { withoutWords } from '../../api/http/log';
import type { Ports } from '../../application/ports/ports';
import { createWorkers } from '../../worker/createWorkers';
import type { Connected } from '../config';
import { temporalConnection } from './temporal';

type Parts = { config: Connected; ports: Ports; log: Logger; failed(error: unknown): void };

/** Workflows and activities on the bundle that the build made. `failed` is told when they end unasked. */
export async function composeWorker({ config, ports, log, failed }: Parts) {
  // The frame of the process decides when to end, and in which order.
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: (level, message) => log.info({ level }, message),
      trace: () => undefined,
      debug: () => undefined,
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  });
  const connection = await NativeConnection.connect(temporalConnection(config));
  const workers = await createWorkers({
    connection,
    namespace: config.temporal.namespace,
    workflowBundle: { codePath: join(config.root, 'dist', 'workflows.bundle.js') },
    ports,
    shutdownMs: config.shutdownMs,
  });
  let isClosing = false;
  const running = workers.run().catch((error: unknown) => {
    if (isClosing) log.warn(withoutWords(error), 'acts were cut short');
    else failed(error);
  });
  return {
    async close(): Promise<void> {
      isClosing = true;
      workers.shutdown();
      await running;
      await connection.close();
    },
  };
}
