import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptPacks } from '../../application/ports/keptPacks';
import { isCode } from '../marks/createOnly';

/** One file an organisation, `{folder}/{organisation}.pdf`, readable by the owner alone; a new one takes its place at once. */
export function createFolderPacks(folder: string): KeptPacks {
  const fileOf = (orgId: string) => {
    if (orgId === '') throw new TypeError('orgId is empty');
    return join(folder, `${encodeURIComponent(orgId).replaceAll('.', '%2E')}.pdf`);
  };
  return {
    async put(orgId, pdf) {
      const path = fileOf(orgId);
      const draft = `${path}.${randomUUID()}.new`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await writeFile(draft, pdf, { mode: 0o600 });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },

    get: (orgId) => orNone(readFile(fileOf(orgId))),

    async madeAt(orgId) {
      const found = await orNone(stat(fileOf(orgId)));
      return found === null ? null : found.mtime.toISOString();
    },
  };
}

/** Null where there is no such file. */
async function orNone<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
    return null;
  }
}
