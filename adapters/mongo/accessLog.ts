import type { mongo } from 'mongoose';
import type { Access, AccessLog } from '../../application/ports/accessLog';
import { presentOrg } from './presentOrg';

/** Six months (duty S4: logs of access). */
const KEPT_SECONDS = 184 * 24 * 3_600;

type Stored = Access & { expiresFrom: Date };

export async function createAccessLog(db: mongo.Db): Promise<AccessLog> {
  const accesses = db.collection<Stored>('accesses', { writeConcern: { w: 'majority', journal: true } });
  await accesses.createIndex({ expiresFrom: 1 }, { expireAfterSeconds: KEPT_SECONDS });
  await accesses.createIndex({ orgId: 1 });

  return {
    async add(access) {
      await accesses.insertOne({ ...access, orgId: presentOrg(access.orgId), expiresFrom: new Date(access.at) });
    },

    async read(orgId, limit) {
      const found = await accesses
        .find({ orgId: presentOrg(orgId) }, { projection: { _id: 0, expiresFrom: 0 } })
        .sort({ expiresFrom: -1 })
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
