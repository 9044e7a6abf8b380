import type { mongo } from 'mongoose';
import type { Session, Sessions } from '../../application/ports/sessions';

type Row = Omit<Session, 'expiresAt'> & { _id: string; expiresAt: Date };

/** The database drops what has expired within a minute or so; the caller compares `expiresAt` at each use. */
export async function createMongoSessions(db: mongo.Db): Promise<Sessions> {
  const rows = db.collection<Row>('sessions', { writeConcern: { w: 'majority', journal: true } });
  await rows.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return {
    open: async (cookieHash, { credential, csrf, expiresAt }) => {
      await rows.insertOne({ _id: cookieHash, credential, csrf, expiresAt: new Date(expiresAt) });
    },
    find: async (cookieHash) => {
      const row = await rows.findOne({ _id: cookieHash });
      if (row === null) return null;
      return { credential: row.credential, csrf: row.csrf, expiresAt: row.expiresAt.toISOString() };
    },
    close: async (cookieHash) => {
      await rows.deleteOne({ _id: cookieHash });
    },
  };
}
