import { createHash, randomBytes } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { Links } from '../../application/ports/links';
import { isDuplicateKey } from './duplicateKey';
import { openBytes, sealBytes } from './seal';
import { placeOf, type SubjectKeys } from './subjectKeys';

type LinkRow = {
  /** Place of the link; in rows of the first versions, the hash itself. */
  _id: string;
  /** SHA-256 of the token: whoever reads the database can open no page with it. */
  hash?: string;
  orgId: string;
  noticeId: string;
  contactId: string;
  /** The token under the notice's key, so that a supplement carries the same link. */
  box: Buffer;
  expiresAt: string | null;
};

const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/** Guest links on MongoDB. They end with their notice's key: a forgotten notice has no page. */
export async function createMongoLinks(db: mongo.Db, keys: SubjectKeys): Promise<Links> {
  const rows = db.collection<LinkRow>('guestLinks', {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    promoteBuffers: true,
  });
  await rows.createIndex({ orgId: 1, noticeId: 1, contactId: 1 }, { unique: true });
  await rows.createIndex({ hash: 1 }, { unique: true, partialFilterExpression: { hash: { $exists: true } } });

  async function findRow(token: string): Promise<LinkRow | null> {
    if (!TOKEN.test(token)) return null;
    const hash = hashOf(token);
    return (await rows.findOne({ hash })) ?? rows.findOne({ _id: hash, hash: { $exists: false } });
  }

  return {
    async issue(orgId, noticeId, contactId) {
      const place = placeOf(orgId, noticeId, contactId);
      const readRow = () => rows.findOne({ orgId, noticeId, contactId });
      const [key, known] = await Promise.all([keys.obtain(orgId, noticeId), readRow()]);
      if (known !== null) return openBytes(key, known.box, place).toString();
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const box = sealBytes(key, Buffer.from(token), place);
      try {
        await rows.insertOne({ _id: place, hash: hashOf(token), orgId, noticeId, contactId, box, expiresAt: null });
        return token;
      } catch (error) {
        const winner = isDuplicateKey(error) ? await readRow() : null;
        if (winner === null) throw error;
        return openBytes(key, winner.box, place).toString();
      }
    },

    async renew(orgId, noticeId, contactId, expiresAt) {
      const key = await keys.obtain(orgId, noticeId);
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const place = placeOf(orgId, noticeId, contactId);
      const box = sealBytes(key, Buffer.from(token), place);
      const put = () =>
        rows.updateOne(
          { orgId, noticeId, contactId },
          { $set: { hash: hashOf(token), box, expiresAt }, $setOnInsert: { _id: place } },
          { upsert: true },
        );
      // one write: a crash leaves the old link or the new one; of two first ones at once the later finds the row
      await put().catch((error: unknown) => (isDuplicateKey(error) ? put() : Promise.reject(error)));
      return token;
    },

    async replace(old, expiresAt) {
      const row = await findRow(old);
      if (row === null) return null;
      const { _id, hash, orgId, noticeId, contactId } = row;
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const box = sealBytes(
        await keys.obtain(orgId, noticeId),
        Buffer.from(token),
        placeOf(orgId, noticeId, contactId),
      );
      // one write, and only while the old one stands there: a second finds that it does not
      const { matchedCount } = await rows.updateOne(
        { _id, hash: hash ?? { $exists: false } },
        { $set: { hash: hashOf(token), box, expiresAt } },
      );
      return matchedCount === 1 ? token : null;
    },

    async find(token) {
      const row = await findRow(token);
      if (row === null || (await keys.find(row.orgId, row.noticeId)) === null) return null;
      const { orgId, noticeId, contactId, expiresAt } = row;
      return { orgId, noticeId, contactId, expiresAt };
    },

    async expire(orgId, noticeId, expiresAt) {
      placeOf(orgId, noticeId);
      await rows.updateMany({ orgId, noticeId }, { $set: { expiresAt } });
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
