import type { mongo } from 'mongoose';
import type { Checkpoint, SignedHeads } from '../../application/ports/signedHeads';
import { isDuplicateKey } from '../documents/duplicateKey';
import { presentOrg } from './presentOrg';

type Stored = Checkpoint & { orgId: string };
/** `hash` is missing in documents of earlier versions. */
type Newest = { _id: string; size: number; hash?: string };

/** One document an organisation: `{_id: orgId, size, hash}`. */
export const NEWEST_SIGNED = 'newestCheckpoints';

/** Signed checkpoints, and one document an organisation that names the newest: a point read instead of a sort. */
export async function createSignedHeads(db: mongo.Db): Promise<SignedHeads> {
  const writeConcern = { w: 'majority', journal: true } as const;
  const checkpoints = db.collection<Stored>('checkpoints', { writeConcern });
  const newestOf = db.collection<Newest>(NEWEST_SIGNED, { writeConcern });
  await checkpoints.createIndex({ orgId: 1, size: 1 }, { unique: true });
  await checkpoints.createIndex({ orgId: 1, hash: 1 }, { unique: true });

  const find = async (filter: { orgId: string; size?: number; hash?: string }): Promise<Checkpoint | null> => {
    const found = await checkpoints.findOne(filter, { projection: { _id: 0, orgId: 0 } });
    return found === null ? null : { size: found.size, root: found.root, note: found.note, hash: found.hash };
  };

  const nameOf = (orgId: string) => newestOf.findOne({ _id: presentOrg(orgId) });

  const newest: SignedHeads['newest'] = async (orgId) => {
    const named = await nameOf(orgId);
    return named === null ? null : find({ orgId, size: named.size });
  };

  /** The insertion that an upsert becomes where a larger one stands is refused, and rightly so. */
  async function raise(orgId: string, { size, hash }: Pick<Checkpoint, 'size' | 'hash'>): Promise<void> {
    await newestOf
      .updateOne({ _id: orgId, size: { $lt: size } }, { $set: { size, hash } }, { upsert: true })
      .catch((error: unknown) => (isDuplicateKey(error) ? null : Promise.reject(error)));
  }

  return {
    newest,
    async newestHash(orgId) {
      const named = await nameOf(orgId);
      return named === null ? null : (named.hash ?? (await find({ orgId, size: named.size }))?.hash ?? null);
    },
    at: (orgId, size) => find({ orgId: presentOrg(orgId), size }),
    byHash: (orgId, hash) => find({ orgId: presentOrg(orgId), hash }),

    async keepUpTo(orgId, size) {
      await checkpoints.deleteMany({ orgId: presentOrg(orgId), size: { $gt: size } });
      const [last] = await checkpoints.find({ orgId }).sort({ size: -1 }).limit(1).toArray();
      if (last === undefined) await newestOf.deleteOne({ _id: orgId });
      else await newestOf.updateOne({ _id: orgId }, { $set: { size: last.size, hash: last.hash } }, { upsert: true });
    },

    async add(orgId, { size, root, note, hash }) {
      const filter = { orgId: presentOrg(orgId), size };
      await checkpoints.updateOne(filter, { $setOnInsert: { ...filter, root, note, hash } }, { upsert: true });
      await raise(orgId, { size, hash });
    },
  };
}
