import { createHmac } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { FormPlace, KeptForms } from '../../application/ports/keptForms';
import { HOUR_MS } from '../../domain/shared/instant';
import { openBytes, sealBytes } from './seal';

type Row = { _id: string; owner: string; box: Buffer; expiresAt: Date };

/** Of one sender; an older one makes room. */
const MOST_KEPT = 20;

/**
 * Refused forms on MongoDB, for every process of the API. Sealed under what the sender's browser alone holds: whoever has
 * the database, and even the data folder, reads none. An hour later they are gone.
 */
export async function createMongoKeptForms(db: mongo.Db, now: () => Date): Promise<KeptForms> {
  const rows = db.collection<Row>('keptForms', { promoteBuffers: true });
  await rows.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  await rows.createIndex({ owner: 1, expiresAt: -1 });
  return {
    async keep(place, text) {
      const owner = derive(place, 'owner').toString('hex');
      const id = idOf(place);
      const box = sealBytes(derive(place, 'key'), Buffer.from(text), id);
      const expiresAt = new Date(now().getTime() + HOUR_MS);
      await rows.updateOne({ _id: id }, { $set: { owner, box, expiresAt } }, { upsert: true });
      const older = await rows
        .find({ owner }, { projection: { _id: 1 } })
        .sort({ expiresAt: -1 })
        .skip(MOST_KEPT)
        .toArray();
      if (older.length > 0) await rows.deleteMany({ _id: { $in: older.map(({ _id }) => _id) } });
    },
    async find(place) {
      const id = idOf(place);
      const row = await rows.findOne({ _id: id });
      if (row === null || row.expiresAt.getTime() <= now().getTime()) return null;
      return openBytes(derive(place, 'key'), row.box, id).toString();
    },
    async drop(place) {
      await rows.deleteOne({ _id: idOf(place) });
    },
  };
}

/** 32 bytes for one purpose, from a secret that is random itself. */
const derive = ({ secret }: FormPlace, purpose: string): Buffer =>
  createHmac('sha256', secret).update(`vigie kept form: ${purpose}`).digest();

const idOf = (place: FormPlace): string => derive(place, `at ${place.key} ${place.path}`).toString('hex');
