import { createPdfPrinter } from '../../adapters/pdf/typst';
import { composeApi } from '../compose/api';
import { composePorts } from '../compose/ports';
import { composeStores } from '../compose/stores';
import { runProcess } from './runProcess';

void runProcess('api', async ({ config, log }) => {
  const { stores, database } = await composeStores(config);
  const printer = createPdfPrinter(config.root);
  const ports = composePorts(config, stores, log, printer);
  const api = await composeApi({ config, ports, database, log });
  printer.warmUp(); // a person's first notice waits for nothing
  return {
    async close() {
      await api.close();
      await database.close();
    },
  };
});
