import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Marks } from '../../application/ports/marks';
import { createOnly, isCode } from './createOnly';

/** So that names sort as numbers do. */
const DIGITS = 16;

/** Marks that two persons set aside stay where they are; those made since lie in a folder of this name. */
const SINCE = 'since-';
/** Opens such a folder where it begins with no mark. */
const EMPTY = 'begun';

/**
 * One file a mark, `{folder}/{organisation}/{size}`, readable by the owner alone; after entry 57 set the marks aside,
 * `{folder}/{organisation}/since-57/{size}`. No file is ever changed or moved.
 */
export function createFileMarks(folder: string): Marks {
  const folderOf = (orgId: string) => {
    if (orgId === '') throw new TypeError('orgId is empty');
    return join(folder, encodeURIComponent(orgId).replaceAll('.', '%2E'));
  };
  const since = (orgId: string, decidedBy: number) => join(folderOf(orgId), `${SINCE}${numbered(decidedBy)}`);

  /** Where marks are made now. A folder without a file was never opened: its maker died, and does it again. */
  async function place(orgId: string): Promise<string> {
    const names = (await namesIn(folderOf(orgId))).filter((name) => name.startsWith(SINCE));
    for (const name of names.toSorted().toReversed()) {
      const path = join(folderOf(orgId), name);
      if ((await namesIn(path)).some((file) => file === EMPTY || isSize(file))) return path;
    }
    return folderOf(orgId);
  }

  return {
    async newest(orgId) {
      const path = await place(orgId);
      const sizes = (await namesIn(path)).filter(isSize).map(Number);
      if (sizes.length === 0) return null;
      const size = sizes.reduce((largest, other) => Math.max(largest, other));
      return { size, note: await readFile(join(path, numbered(size)), 'utf8') };
    },

    async setAside(orgId, decidedBy, first) {
      const path = since(orgId, decidedBy);
      await createOnly(join(path, first === null ? EMPTY : numbered(first.size)), first?.note ?? '');
    },

    async make(orgId, size, note) {
      const path = join(await place(orgId), numbered(size));
      return (await createOnly(path, note)) ? note : readFile(path, 'utf8');
    },
  };
}

const numbered = (count: number): string => String(count).padStart(DIGITS, '0');
const isSize = (name: string): boolean => /^\d{16}$/.test(name);

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}
