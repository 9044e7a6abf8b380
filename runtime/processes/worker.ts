import { composePorts } from '../compose/ports';
import { composeStores } from '../compose/stores';
import { composeWorker } from '../compose/worker';
import { runProcess } from './runProcess';

void runProcess('worker', async ({ config, log, fall }) => {
  const { stores, database } = await composeStores(config);
  const ports = composePorts(config, stores, log);
  const worker = await composeWorker({ config, ports, log, failed: fall });
  return {
    async close() {
      await worker.close();
      await database.close();
    },
  };
});
