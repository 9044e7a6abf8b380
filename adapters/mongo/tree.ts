import type { mongo } from 'mongoose';
import type { Tree } from '../../application/ports/tree';
import { type Hash, hashOf, type Node, nodesOf, type Range, rootOf } from '../../domain/journal/merkle';
import { consistencyRanges, inclusionRanges } from '../../domain/journal/merkleProofs';
import { openTiles, TILE_HASHES } from './tiles';
import { createTreeRows, type RowSource } from './treeRows';

/** Levels of the tree that one tile spans: 2^8 hashes. */
const LEVELS_PER_TILE = 8;

export async function createTree(db: mongo.Db, journal: RowSource['journal']): Promise<Tree> {
  const tiles = await openTiles(db);
  const rows = createTreeRows({ journal, tiles });

  /** Complete subtrees lie within one row, from its first hash on or beside others. */
  async function nodeHash(orgId: string, { level, index }: Node): Promise<Hash> {
    const tileLevel = Math.floor(level / LEVELS_PER_TILE);
    const width = 2 ** (level % LEVELS_PER_TILE);
    const first = (index * width) % TILE_HASHES;
    const row = await rows.read(orgId, tileLevel, Math.floor((index * width) / TILE_HASHES), first + width);
    return hashOf(row.slice(first, first + width));
  }

  async function rangeHash(orgId: string, range: Range): Promise<Hash> {
    const hashes: Hash[] = [];
    for (const node of nodesOf(range)) hashes.push(await nodeHash(orgId, node));
    return rootOf(hashes);
  }

  async function rangeHashes(orgId: string, ranges: readonly Range[]): Promise<Hash[]> {
    const hashes: Hash[] = [];
    for (const range of ranges) hashes.push(await rangeHash(orgId, range));
    return hashes;
  }

  return {
    root: (orgId, size) => rangeHash(orgId, { from: 0, to: size }),
    inclusion: async (orgId, seq, size) => rangeHashes(orgId, inclusionRanges(seq - 1, size)),
    consistency: async (orgId, older, size) => rangeHashes(orgId, consistencyRanges(older, size)),

    async forget(orgId) {
      await tiles.forget(orgId);
      rows.forget(orgId);
    },

    async storeTiles(orgId, fromSize, toSize) {
      for (let level = 0, full = TILE_HASHES; full <= toSize; level++, full *= TILE_HASHES) {
        for (let index = Math.floor(fromSize / full); index < Math.floor(toSize / full); index++) {
          const hashes = (await rows.read(orgId, level, index, TILE_HASHES)).slice(0, TILE_HASHES);
          await tiles.store(orgId, level, index, hashes, hashOf(hashes));
        }
      }
    },
  };
}
