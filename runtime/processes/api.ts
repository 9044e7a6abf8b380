import { composeApi } from '../compose/api';
import { composePorts } from '../compose/ports';
import { composeStores } from '../compose/stores';
import { runProcess } from './runProcess';

void runProcess('api', async ({ config, log }) => {
  const { stores, database } = await composeStores(config);
  const ports = composePorts(config, stores, log);
  const api = await composeApi({ config, ports, database, log });
  return {
    async close() {
      await api.close();
      await database.close();
    },
  };
});
