import type { Journal } from '../../application/ports/journal';
import { EntryMissing, firstMissing } from '../../domain/journal/entryMissing';
import { type Hash, hashOf } from '../../domain/journal/merkle';
import { TILE_HASHES, type Tiles } from './tiles';

/** About 20 kB each in memory. The right edge is among them: it is read again at every step. */
const ROWS_KEPT = 512;

export type RowSource = { journal: Pick<Journal, 'readWindow'>; tiles: Tiles };

/**
 * The tree as rows of up to 256 hashes: row `index` of tile level 0 holds leaves, of level 1 the roots of full rows
 * of level 0, and so on. A row only ever grows, so what was read once is kept; the end of it is read on first touch.
 */
export function createTreeRows({ journal, tiles }: RowSource) {
  const kept = new Map<string, Hash[]>();

  /** At least the first `count` hashes of a row. */
  async function read(orgId: string, level: number, index: number, count: number): Promise<readonly Hash[]> {
    const name = `${orgId}/${level}/${index}`;
    const known = kept.get(name) ?? [];
    const row = known.length >= count ? known : await grow(orgId, level, index, known, count);
    kept.delete(name); // the map keeps the order of insertion: what was not asked for longest goes first
    if (row.length >= (kept.get(name)?.length ?? 0)) kept.set(name, row);
    if (kept.size > ROWS_KEPT) kept.delete(kept.keys().next().value ?? name);
    return row;
  }

  async function grow(orgId: string, level: number, index: number, known: Hash[], count: number): Promise<Hash[]> {
    if (known.length === 0) {
      const tile = await tiles.read(orgId, level, index);
      if (tile !== null) return tile;
    }
    const first = index * TILE_HASHES;
    const more = await below(orgId, level, first + known.length, first + count);
    return [...known, ...more];
  }

  /** Hashes `from … to - 1` of a level, made from what lies under them. */
  async function below(orgId: string, level: number, from: number, to: number): Promise<Hash[]> {
    if (level === 0) {
      const entries = await journal.readWindow(orgId, from, to - from);
      const missing = firstMissing(entries, from + 1, to - from);
      if (missing !== null) throw new EntryMissing(missing);
      return entries.map(({ leaf }) => leaf);
    }
    const roots = await tiles.roots(orgId, level - 1, from, to);
    const hashes: Hash[] = [];
    for (let index = from; index < to; index++) {
      hashes.push(roots.get(index) ?? hashOf((await read(orgId, level - 1, index, TILE_HASHES)).slice(0, TILE_HASHES)));
    }
    return hashes;
  }

  function forget(orgId: string): void {
    for (const name of kept.keys()) if (name.startsWith(`${orgId}/`)) kept.delete(name);
  }

  return { read, forget };
}

export type TreeRows = ReturnType<typeof createTreeRows>;
