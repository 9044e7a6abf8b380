import type { Connection } from '@temporalio/client';
import { createDatabaseClock } from '../../adapters/mongo/databaseClock';
import type { Health } from '../../api/http/health';
import { createSigningWatch } from '../../application/journal/watchSigning';
import type { Ports } from '../../application/ports/ports';
import { measureOffset } from '../../worker/watchdog/hostClock';
import type { Database } from './database';

const TEMPORAL_ANSWER_MS = 1_200;

type Parts = { database: Database; ports: Ports; temporal: Connection; isStopping(): boolean };

export function composeHealth({ database: { db }, ports, temporal, isStopping }: Parts): Health {
  const databaseNow = createDatabaseClock(db);
  const isSigned = createSigningWatch(ports);
  return {
    async database() {
      await db.command({ ping: 1 });
      return true;
    },
    clockOffsetMs: () => measureOffset(databaseNow, ports.now),
    async projections() {
      const [orgId] = await ports.journal.organisations();
      if (orgId !== undefined) await ports.projections.list(orgId, 'organisation', { limit: 1 });
      return true;
    },
    async temporal() {
      await temporal.withDeadline(Date.now() + TEMPORAL_ANSWER_MS, () => temporal.workflowService.getSystemInfo({}));
      return true;
    },
    signing: isSigned,
    isStopping,
  };
}
