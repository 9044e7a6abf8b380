import type { Logger } from 'pino';
import { createMongoCursors } from '../../adapters/mongo/cursors';
import { watchEntries } from '../../adapters/mongo/entryWatch';
import { openTemporal } from '../../adapters/temporal/connection';
import { createDutyGateway } from '../../adapters/temporal/gateway';
import { withoutWords } from '../../api/http/log';
import type { Ports } from '../../application/ports/ports';
import { alarmUnreadable } from '../../worker/alarmUnreadable';
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
    runs: createDutyGateway(temporal),
    duties: createDuties(ports),
    now: ports.now,
    async alarm({ orgId, subject, seq, cause }) {
      log.error({ orgId, ...subject, seq, cause }, 'an entry cannot be worked off by this version');
      const ctx = { orgId, actor: { kind: 'system' as const, id: 'relay' }, roles: [], ports };
      await alarmUnreadable(ctx, { subject, seq });
    },
    failed: (where, error) => log.warn({ where, ...withoutWords(error) }, 'tried again later'),
  });
  const watch = watchEntries(db, ({ orgId }) => relay.wake(orgId));
  relay.start();
  return {
    async close(): Promise<void> {
      await watch.close();
      await relay.stop();
      await temporal.close();
    },
  };
}
