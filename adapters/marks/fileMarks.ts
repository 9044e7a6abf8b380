import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Marks } from '../../application/ports/marks';
import { createOnly, isCode } from './createOnly';

/** So that names sort as numbers do. */
const DIGITS = 16;

/** One file a mark, `{folder}/{organisation}/{size}`, readable by the owner alone. */
export function createFileMarks(folder: string): Marks {
  const folderOf = (orgId: string) => {
    if (orgId === '') throw new TypeError('orgId is empty');
    return join(folder, encodeURIComponent(orgId).replaceAll('.', '%2E'));
  };
  const pathOf = (orgId: string, size: number) => join(folderOf(orgId), String(size).padStart(DIGITS, '0'));

  return {
    async newest(orgId) {
      const sizes = (await namesIn(folderOf(orgId))).filter((name) => /^\d{16}$/.test(name)).map(Number);
      if (sizes.length === 0) return null;
      const size = sizes.reduce((largest, other) => Math.max(largest, other));
      return { size, note: await readFile(pathOf(orgId, size), 'utf8') };
    },

    async make(orgId, size, note) {
      const path = pathOf(orgId, size);
      return (await createOnly(path, note)) ? note : readFile(path, 'utf8');
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}
