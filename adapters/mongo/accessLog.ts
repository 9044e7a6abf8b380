import type { mongo } from 'mongoose';
import { LOG_MONTHS, logRetention } from '../../domain/deadline/retention';
import type { Access, AccessLog } from '../../application/ports/accessLog';
import { presentOrg } from './presentOrg';

type Stored = Access & { expiresAt: Date };

/** Duty S4-03. By the UTC day, which ends no later than the day before the last one of any zone. */
const goesAt = ({ at }: Access): Date => new Date(logRetention(at, LOG_MONTHS.access, 'UTC').purgeAt);

export async function createAccessLog(db: mongo.Db): Promise<AccessLog> {
  const accesses = db.collection<Stored>('accesses', { writeConcern: { w: 'majority', journal: true } });
  await accesses.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  await accesses.createIndex({ orgId: 1 });

  return {
    async add(access) {
      await accesses.insertOne({ ...access, orgId: presentOrg(access.orgId), expiresAt: goesAt(access) });
    },

    async read(orgId, limit) {
      const found = await accesses
        .find({ orgId: presentOrg(orgId) }, { projection: { _id: 0, expiresAt: 0 } })
        .sort({ at: -1 })
        .limit(limit)
        .toArray();
      return found.map((access) => ({
        orgId,
        actor: access.actor,
        at: access.at,
        what: access.what,
        of: access.of,
      }));
    },
  };
}
