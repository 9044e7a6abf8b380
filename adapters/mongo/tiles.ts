import { mongo } from 'mongoose';
import type { Hash } from '../../domain/journal/merkle';
import { presentOrg } from './presentOrg';

export const TILE_HASHES = 256;
const HASH_BYTES = 32;

type Stored = { _id: string; orgId: string; level: number; index: number; hashes: mongo.Binary; root: Hash };

/** Full tiles of 256 hashes. A cache: each can be made again from the entries. */
export async function openTiles(db: mongo.Db) {
  const tiles = db.collection<Stored>('tiles');
  await tiles.createIndex({ orgId: 1, level: 1, index: 1 }, { unique: true });

  return {
    async read(orgId: string, level: number, index: number): Promise<Hash[] | null> {
      const found = await tiles.findOne({ _id: idOf(orgId, level, index) }, { projection: { hashes: 1 } });
      if (found === null) return null;
      const text = Buffer.from(found.hashes.buffer).toString('hex');
      return Array.from({ length: TILE_HASHES }, (_, at) => text.slice(at * HASH_BYTES * 2, (at + 1) * HASH_BYTES * 2));
    },

    /** Roots of neighbouring tiles, from `from` to `to - 1`, by index; a missing tile leaves a hole. */
    async roots(orgId: string, level: number, from: number, to: number): Promise<Map<number, Hash>> {
      const found = await tiles
        .find({ orgId: presentOrg(orgId), level, index: { $gte: from, $lt: to } })
        .project<Pick<Stored, 'index' | 'root'>>({ _id: 0, index: 1, root: 1 })
        .toArray();
      return new Map(found.map(({ index, root }) => [index, root]));
    },

    async forget(orgId: string): Promise<void> {
      await tiles.deleteMany({ orgId: presentOrg(orgId) });
    },

    async store(orgId: string, level: number, index: number, hashes: readonly Hash[], root: Hash): Promise<void> {
      const bytes = new mongo.Binary(Buffer.from(hashes.join(''), 'hex'));
      await tiles.updateOne(
        { _id: idOf(orgId, level, index) },
        { $set: { orgId, level, index, hashes: bytes, root } },
        { upsert: true },
      );
    },
  };
}

export type Tiles = Awaited<ReturnType<typeof openTiles>>;

const idOf = (orgId: string, level: number, index: number): string => `${presentOrg(orgId)}/${level}/${index}`;
