import { composePorts } from '../compose/ports';
import { composeStores } from '../compose/stores';
import { composeWatchdog } from '../compose/watchdog';
import { runProcess } from './runProcess';

void runProcess('watchdog', async ({ config, log }) => {
  const { stores, database } = await composeStores(config);
  const ports = composePorts(config, stores, log);
  const watchdog = composeWatchdog({ ports, database, log });
  return {
    async close() {
      await watchdog.close();
      await database.close();
    },
  };
});
