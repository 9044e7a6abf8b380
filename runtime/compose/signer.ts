import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { watchEntries } from '../../adapters/mongo/entryWatch';
import { createLeases } from '../../adapters/mongo/leases';
import { withoutWords } from '../../api/http/log';
import { fillGaps } from '../../application/journal/fillGaps';
import { noteRefusal } from '../../application/journal/noteRefusal';
import { raiseAlarm } from '../../application/organisation/raiseAlarm';
import type { Context, Ports } from '../../application/ports/ports';
import { startSigner } from '../../worker/signer/startSigner';
import { unwrap } from '../../worker/unwrap';
import type { Connected } from '../config';
import type { Database } from './database';
import { composeMarks } from './proofs';

type Parts = { config: Connected; ports: Ports; database: Database; log: Logger };

/** Signs what is acknowledged, within a second; marks lie outside the database. One process at a time by its lease. */
export function composeSigner({ config, ports, database: { db }, log }: Parts) {
  const { tree, heads, notary } = ports.proofs;
  const asSigner = (orgId: string): Context => ({ orgId, actor: { kind: 'system', id: 'signer' }, roles: [], ports });
  const signer = startSigner({
    journal: ports.journal,
    tree,
    heads,
    notary,
    marks: composeMarks(config),
    leases: createLeases(db, ports.now),
    holder: randomUUID(),
    refused: (refusal, message) => log.error(refusal, message),
    async decided({ orgId, reason, marked, found }) {
      return unwrap(await noteRefusal({ ctx: asSigner(orgId), input: { reason, marked, found } }));
    },
    async fill(orgId, decidedBy) {
      const filled = unwrap(await fillGaps({ ctx: asSigner(orgId), input: { decidedBy } }));
      if (filled.length > 0) log.warn({ orgId, filled }, 'entries that were removed are stood in for');
    },
    async changed(orgId, seq) {
      unwrap(await raiseAlarm({ ctx: asSigner(orgId), input: { aboutSeq: seq, cause: 'entryChanged' } }));
    },
    failed: (where, error) => log.warn({ where, ...withoutWords(error) }, 'tried again later'),
  });
  const watch = watchEntries(db, ({ orgId }) => signer.wake(orgId));
  return {
    async close(): Promise<void> {
      await watch.close();
      await signer.stop();
    },
  };
}
