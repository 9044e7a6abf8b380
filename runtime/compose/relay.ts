import type { Logger } from 'pino';
import { createMongoCursors } from '../../adapters/mongo/cursors';
import { watchEntries } from '../../adapters/mongo/entryWatch';
import { openTemporal } from '../../adapters/temporal/connection';
import { createDutyGateway } from '../../adapters/temporal/gateway';
import { registerSearchAttributes } from '../../adapters/temporal/searchAttributes';
import { withoutWords } from '../../api/http/log';
import type { Ports } from '../../application/ports/ports';
import { createDuties } from '../../worker/relay/createDuties';
import { createRelay } from '../../worker/relay/createRelay';
import type { Connected } from '../config';
import type { Database } from './database';
import { temporalConnection } from './temporal';

type Parts = { config: Connected; ports: Ports; database: Database; log: Logger };

/** The way from the journal to Temporal, woken by a change stream and by its own net. */
export function composeRelay({ config, ports, database: { db }, log }: Parts) {
  const temporal = openTemporal({ ...temporalConnection(config), namespace: config.temporal.namespace });
  const relay = createRelay({
    journal: ports.journal,
    cursors: createMongoCursors(db),
    runs: createDutyGateway(temporal.client),
    duties: createDuties(ports),
    now: ports.now,
    alarm: (alarm) => log.error(alarm, 'an entry cannot be read by this version'),
    failed: (where, error) => log.warn({ where, ...withoutWords(error) }, 'tried again later'),
  });
  const watch = watchEntries(db, ({ orgId }) => relay.wake(orgId));
  registerSearchAttributes(temporal.connection, config.temporal.namespace).catch((error: unknown) =>
    log.warn(withoutWords(error), 'search attributes could not be registered: add them by hand'),
  );
  relay.start();
  return {
    async close(): Promise<void> {
      await watch.close();
      await relay.stop();
      await temporal.close();
    },
  };
}
