import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTree } from '../../adapters/mongo/tree';
import type { Journal } from '../../application/ports/journal';
import type { Tree } from '../../application/ports/tree';
import type { Entry } from '../../domain/journal/entry';
import { hashOf } from '../../domain/journal/merkle';
import { isConsistent, isIncluded } from '../../domain/journal/merkleProofs';
import { startMongo } from '../fakes/servers';

/** Past 256 × 256 entries the tree has three rows of tiles. */
const SIZE = 66_000;
const leaves = Array.from({ length: SIZE }, (_, index) => createHash('sha256').update(`leaf ${index}`).digest('hex'));
let read = 0;
const journal: Pick<Journal, 'readWindow'> = {
  readWindow: async (_orgId, afterSeq, limit) => {
    read += limit;
    return leaves
      .slice(afterSeq, afterSeq + limit)
      .map((leaf, index) => ({ leaf, seq: afterSeq + index + 1 }) as Entry);
  },
};
const orgId = randomUUID();
let mongo: Awaited<ReturnType<typeof startMongo>>;
let tree: Tree;

beforeAll(async () => {
  mongo = await startMongo();
  tree = await createTree(mongo.db, journal);
  await tree.storeTiles(orgId, 0, 40_000);
  await tree.storeTiles(orgId, 40_000, SIZE);
}, 60_000);
afterAll(() => mongo.stop(), 30_000);

const roots = new Map<number, string>();
function head(size: number) {
  const root = roots.get(size) ?? hashOf(leaves.slice(0, size));
  roots.set(size, root);
  return { size, root };
}

describe('the tree kept in tiles', () => {
  it.each([0, 1, 255, 256, 257, 511, 512, 40_000, 65_535, 65_536, 65_537, SIZE])(
    'has the root of size %i',
    async (size) => {
      expect(await tree.root(orgId, size)).toBe(head(size).root);
    },
  );

  it.each([1, 256, 257, 40_000, 65_536, 65_537, SIZE])('proves that entry %i is in it', async (seq) => {
    const proof = await tree.inclusion(orgId, seq, SIZE);
    expect(isIncluded(leaves[seq - 1] ?? '', seq - 1, SIZE, proof, head(SIZE).root)).toBe(true);
  });

  it.each([
    [1, 2],
    [255, 257],
    [256, SIZE],
    [40_000, 65_536],
    [65_537, SIZE],
  ])('proves that the tree of %i is where the tree of %i began', async (older, newer) => {
    expect(isConsistent(head(older), head(newer), await tree.consistency(orgId, older, newer))).toBe(true);
  });

  it('reads tiles and the right edge after a restart, not the entries before them', async () => {
    const fresh = await createTree(mongo.db, journal);
    read = 0;
    expect(await fresh.root(orgId, SIZE)).toBe(head(SIZE).root);
    const proof = await fresh.inclusion(orgId, 12_345, SIZE);
    expect(isIncluded(leaves[12_344] ?? '', 12_344, SIZE, proof, head(SIZE).root)).toBe(true);
    expect(read).toBeLessThanOrEqual(256);
  });

  it('is made again from the entries when its tiles are gone', async () => {
    const other = randomUUID();
    const fresh = await createTree(mongo.db, journal);
    expect(await fresh.root(other, 1_000)).toBe(head(1_000).root);
  });

  it('has no answer past the end of the journal', async () => {
    await expect(tree.root(orgId, SIZE + 1)).rejects.toThrow(RangeError);
    await expect(tree.inclusion(orgId, SIZE + 1, SIZE)).rejects.toThrow(RangeError);
  });
});
