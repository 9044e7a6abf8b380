import type { Readable } from 'node:stream';
import type { Request } from 'express';
import type { Brings } from './definePage';
import type { FormRoom } from './formRoom';
import type { ApiError } from './problems';
import { isOfParts, readFormBody } from './readBody';
import { type FormFile, readFiles } from './readFiles';

/** `end`: what nobody has read of it is let go, and its room is given back. */
export type SentForm = {
  ok: true;
  value: Record<string, string>;
  file: Readable | null;
  fileName: string | null;
  files: readonly FormFile[];
  end(): void;
};

/** A page's form with all that it may bring. `room` null: its files are counted and not held. */
export async function readSent(
  request: Request,
  brings: Brings,
  room: FormRoom | null,
): Promise<SentForm | { ok: false; error: ApiError; value: Record<string, string> }> {
  if (brings === 'files' && isOfParts(request)) {
    const read = await readFiles(request, room);
    return read.ok ? { ...read, file: null, fileName: null } : read;
  }
  const read = await readFormBody(request, brings === 'file' ? 'file' : 'nothing');
  return read.ok ? { ...read, files: [], end: () => void read.file?.resume() } : read;
}
