import type { Readable } from 'node:stream';
import type { Request } from 'express';
import { MOST_FILE_BYTES, MOST_FILES } from '../../domain/file/kept';
import type { FormRoom } from './formRoom';
import type { ApiError } from './problems';
import { LONGEST_BODY } from './readBody';
import { type Fields, parseForm } from './readMultipart';

/** A file of a form, under the name that its sender gave it. `bytes` null: not held, as it is longer than one may be. */
export type FormFile = { name: string; bytes: Buffer | null };
type ReadFiles =
  | { ok: true; value: Fields; files: FormFile[]; end(): void }
  | { ok: false; error: ApiError; value: Fields };

/** What is held of one form at most: its files as they may be, and its text. */
const MOST_FORM_BYTES = MOST_FILES * MOST_FILE_BYTES + LONGEST_BODY;
/** Who sends more files than a page takes is told so; far more are not looked at. */
const MOST_LOOKED_AT = 20;
const BUSY = { code: 'files.busy', retryAfterSeconds: 10 } as const;

/**
 * A page's form with its files, in whatever order they come, held until `end`. Longer files are read to their end and
 * not held, so that all that is wrong can be said with what was typed. Where there is no room for the files, the text is
 * read all the same, and refused with it. `room` null: no file is held.
 */
export async function readFiles(request: Request, room: FormRoom | null): Promise<ReadFiles> {
  const length = Number(request.headers['content-length'] ?? Infinity);
  const isFree = room === null || length <= LONGEST_BODY;
  const release = isFree ? () => undefined : room.take(Math.min(length, MOST_FORM_BYTES));
  const files: FormFile[] = [];
  const take = (name: string, file: Readable) => {
    const kept: FormFile = { name, bytes: null };
    files.push(kept);
    if (room === null || release === null || files.length > MOST_FILES) return void file.resume();
    hold(file, (bytes) => (kept.bytes = bytes));
  };
  const read = await parseForm(request, { limits: { fieldSize: LONGEST_BODY, files: MOST_LOOKED_AT }, take });
  if (read.ok && release !== null) return { ok: true, value: read.value, files, end: release };
  release?.();
  return read.ok ? { ok: false, error: BUSY, value: read.value } : read;
}

function hold(file: Readable, keep: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  file.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MOST_FILE_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  });
  file.once('end', () => (size > MOST_FILE_BYTES ? undefined : keep(Buffer.concat(chunks))));
}
