import { createHmac } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { FormPlace, KeptForms } from '../../application/ports/keptForms';
import { HOUR_MS } from '../../domain/shared/instant';
import { openBytes, sealBytes } from './seal';

type Row = { _id: string; owner: string; box: Buffer; bytes: number; expiresAt: Date };

/** Of one sender, forms and bytes; older ones make room. */
const MOST_KEPT = 20;
const MOST_BYTES = 500_000;

/**
 * Refused forms on MongoDB, for every process of the API. Sealed under the sender's secret. A session's is stored
 * nowhere: with database and data folder together, a member's form cannot be read. A guest's link lies sealed beside its
 * hash (ADR 0016): the database alone reads no guest's form, with the data folder it does. An hour later they are gone.
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
      await rows.updateOne({ _id: id }, { $set: { owner, box, bytes: box.length, expiresAt } }, { upsert: true });
      const all = await rows
        .find({ owner }, { projection: { bytes: 1 } })
        .sort({ expiresAt: -1 })
        .toArray();
      const older = beyond(all);
      if (older.length > 0) await rows.deleteMany({ _id: { $in: older } });
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

/** Of one sender's forms, newest first, those for which there is no room. */
function beyond(forms: readonly Pick<Row, '_id' | 'bytes'>[]): string[] {
  let room = MOST_BYTES;
  return forms.flatMap(({ _id, bytes }, at) => ((room -= bytes) < 0 || at >= MOST_KEPT ? [_id] : []));
}

/** 32 bytes for one purpose, from a secret that is random itself. */
const derive = ({ secret }: FormPlace, purpose: string): Buffer =>
  createHmac('sha256', secret).update(`vigie kept form: ${purpose}`).digest();

const idOf = (place: FormPlace): string => derive(place, `at ${place.key} ${place.path}`).toString('hex');
