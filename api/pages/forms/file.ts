import type { ApiError } from '../../http/problems';
import type { Question } from './question';

/** Named where its faults are; a browser never gives a file back. */
export const fileQuestion: Question = { name: 'file', kind: 'text', label: { key: 'files.file' }, optional: true };

type Done<T> = { ok: true; value: T } | { ok: false; error: ApiError };

/** What is done with the file that was chosen; what is wrong with it is said at its field. */
export async function fileChosen<T>(
  bytes: AsyncIterable<Buffer> | null,
  take: (bytes: AsyncIterable<Buffer>) => Promise<Done<T>>,
  tooLong: string = LIST_TOO_LONG,
): Promise<Done<T>> {
  if (bytes === null) return { ok: false, error: { code: 'input.invalid', issues: [NO_FILE] } };
  const done = await take(bytes);
  return done.ok ? done : { ok: false, error: ofFile(done.error, tooLong) };
}

function ofFile(error: ApiError, tooLong: string): ApiError {
  if (error.code === 'body.tooLarge')
    return { code: 'input.invalid', issues: [{ pointer: '/file', message: tooLong }] };
  if (error.code !== 'input.invalid') return error;
  return { ...error, issues: error.issues.map(({ pointer, message }) => ({ pointer: `/file${pointer}`, message })) };
}

/** What can be handed in as several. */
const LIST_TOO_LONG = 'the file is longer than can be taken';
const NO_FILE = { pointer: '/file', message: 'choose a file' };
