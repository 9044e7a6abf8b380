import { FILE_TOO_LONG, MOST_FILES, tooManyFiles } from '../../domain/file/kept';
import type { Issue } from '../../domain/shared/errors';
import { judgeFile, type TakenFile } from './takeFile';

/** Files that come in one form with words. `issues`: of any of them, `/files/2` of the second. */
export type Together = { files: readonly TakenFile[]; issues: readonly Issue[] };

export const noFiles: Together = { files: [], issues: [] };

/** Says of each file what is wrong with it, and of all that they are too many. The same bytes twice are one file. */
export function takeTogether(sent: readonly { name: string | null; bytes: Buffer | null }[]): Together {
  const files = new Map<string, TakenFile>();
  const issues: Issue[] = [];
  if (sent.length > MOST_FILES) return { files: [], issues: [{ pointer: '/files', message: tooManyFiles }] };
  for (const [index, { name, bytes }] of sent.entries()) {
    const pointer = `/files/${index + 1}`;
    if (bytes === null) issues.push({ pointer, message: FILE_TOO_LONG });
    else {
      const judged = judgeFile(name, bytes);
      if (judged.ok) files.set(judged.value.hash, files.get(judged.value.hash) ?? judged.value);
      else if (judged.error.code === 'input.invalid')
        issues.push(...judged.error.issues.map(({ message }) => ({ pointer, message })));
    }
  }
  return { files: [...files.values()], issues };
}
