import { composePorts } from '../compose/ports';
import { composeRelay } from '../compose/relay';
import { composeStores } from '../compose/stores';
import { runProcess } from './runProcess';

void runProcess('relay', async ({ config, log }) => {
  const { stores, database } = await composeStores(config);
  const ports = composePorts(config, stores, log);
  const relay = composeRelay({ config, ports, database, log });
  return {
    async close() {
      await relay.close();
      await database.close();
    },
  };
});
