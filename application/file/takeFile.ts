import { type FileType, fileTypeOf } from '../../domain/file/fileType';
import { MOST_FILE_BYTES } from '../../domain/file/kept';
import { done, refused, type Result } from '../../domain/shared/errors';
import { sha256 } from '../../domain/shared/sha256';
import { Line } from '../../domain/shared/words';

/** A file as it comes, with the name that its sender gave it. */
export type SentFile = { name: string | null; bytes: AsyncIterable<Buffer> };
export type TakenFile = { bytes: Buffer; hash: string; mediaType: FileType; size: number; name: string | null };

/**
 * Reads a file whole, no further than one may be long, and says what it is by its own bytes.
 *
 * @returns `body.tooLarge` above `MOST_FILE_BYTES`; `input.invalid` for an empty file, or one of no type that is taken
 */
export async function takeFile({ name, bytes: coming }: SentFile): Promise<Result<TakenFile>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of coming) {
    size += chunk.length;
    if (size > MOST_FILE_BYTES) return refused({ code: 'body.tooLarge' });
    chunks.push(chunk);
  }
  return judgeFile(name, Buffer.concat(chunks));
}

/** The same of bytes that are there, and no more than one may have. */
export function judgeFile(name: string | null, bytes: Buffer): Result<TakenFile> {
  const mediaType = fileTypeOf(bytes);
  if (mediaType === null) return refused({ code: 'input.invalid', issues: [{ pointer: '', message: NO_TYPE }] });
  const size = bytes.length;
  return done({ bytes, hash: sha256(bytes), mediaType, size, name: Line.safeParse(name).data ?? null });
}

const NO_TYPE = 'is neither a PDF, a PNG, a JPEG nor a mail (EML)';
