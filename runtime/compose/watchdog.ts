import type { Logger } from 'pino';
import { createMongoCursors } from '../../adapters/mongo/cursors';
import { createDatabaseClock } from '../../adapters/mongo/databaseClock';
import { withoutWords } from '../../api/http/log';
import type { Ports } from '../../application/ports/ports';
import { createWatchdog } from '../../worker/watchdog/createWatchdog';
import type { Database } from './database';

type Parts = { ports: Ports; database: Database; log: Logger };

/** The second path to a notice in time. Nothing here, or behind it, may load a module of Temporal. */
export function composeWatchdog({ ports, database: { db }, log }: Parts) {
  const watchdog = createWatchdog({
    ports,
    cursors: createMongoCursors(db),
    databaseNow: createDatabaseClock(db),
    acted: (orgId, subjectId, act) => log.warn({ orgId, subjectId, act }, 'the engine had left this undone'),
    failed: (where, error) => log.warn({ where, ...withoutWords(error) }, 'tried again later'),
  });
  watchdog.start();
  return { close: () => watchdog.stop() };
}
