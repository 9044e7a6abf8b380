import type { mongo } from 'mongoose';
import type { WebhookSecrets } from '../../application/ports/webhookSecrets';
import { isDuplicateKey } from './duplicateKey';
import { openBytes, sealBytes } from './seal';
import { placeOf, type SubjectKeys } from './subjectKeys';

/** `until` null: the one that was made last. */
type Row = {
  _id: string;
  orgId: string;
  agreementId: string;
  contactId: string;
  box: Buffer;
  at: string;
  until: string | null;
};

/** Secrets of webhooks on MongoDB, AES-256-GCM under their agreement's key: they end with it. */
export async function createMongoWebhookSecrets(db: mongo.Db, keys: SubjectKeys): Promise<WebhookSecrets> {
  const rows = db.collection<Row>('webhookSecrets', {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    promoteBuffers: true,
  });
  await rows.createIndex({ orgId: 1, agreementId: 1, contactId: 1 });

  return {
    async put(orgId, agreementId, contactId, { secretId, secret, at, earlierUntil }) {
      const place = placeOf(orgId, agreementId, contactId, secretId);
      const box = sealBytes(await keys.obtain(orgId, agreementId), Buffer.from(secret), place);
      try {
        await rows.insertOne({ _id: place, orgId, agreementId, contactId, box, at, until: null });
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
      const earlier = { orgId, agreementId, contactId, _id: { $ne: place } };
      await rows.updateMany({ ...earlier, until: null }, { $set: { until: earlierUntil } });
      await rows.deleteMany({ ...earlier, until: { $lte: at } });
      return true;
    },

    async valid(orgId, agreementId, contactId, at) {
      placeOf(orgId, agreementId, contactId);
      const [found, key] = await Promise.all([
        rows.find({ orgId, agreementId, contactId }).toArray(),
        keys.find(orgId, agreementId),
      ]);
      if (key === null) return [];
      return found
        .filter(({ until }) => until === null || Date.parse(until) > at.getTime())
        .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
        .map(({ _id: place, box }) => openBytes(key, box, place).toString());
    },
  };
}
