import { composeBounces } from '../compose/bounces';
import { composePacks } from '../compose/packs';
import { composePorts } from '../compose/ports';
import { composeRelay } from '../compose/relay';
import { composeSigner } from '../compose/signer';
import { composeStores } from '../compose/stores';
import { runProcess } from './runProcess';

void runProcess('relay', async ({ config, log }) => {
  const { stores, database } = await composeStores(config);
  const ports = composePorts(config, stores, log);
  const relay = composeRelay({ config, ports, database, log });
  const signer = composeSigner({ config, ports, database, log });
  const packs = composePacks({ ports, log });
  const bounces = await composeBounces({ config, ports, log });
  return {
    async close() {
      await Promise.all([relay.close(), signer.close(), packs.close(), bounces.close()]);
      await database.close();
    },
  };
});
