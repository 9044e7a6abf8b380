import { z } from 'zod';
import type { ReadFile } from '../../application/file/readFile';
import { MOST_FILE_BYTES, MOST_FILES, type SaidAbout } from '../../domain/file/kept';
import type { Result } from '../../domain/shared/errors';
import { Id } from '../http/fields';

const OCTETS = 'application/octet-stream';

/** What an upload says of itself; `of`: what at most so many are kept with. */
export const keptWords = (of: string): string =>
  `A PDF, PNG, JPEG or mail (EML), which its own bytes tell, of ${MOST_FILE_BYTES / 1_000_000} MB at most, ${MOST_FILES} for ${of}. It is stored encrypted; the journal holds its hash. Its name goes in \`Content-Disposition\`, never in the address. Erasing \`name\` of the entry takes the file.`;

export const questionParam = { questionId: Id.meta({ description: 'id of the question' }) };
export const hashParam = { hash: Id.meta({ description: 'SHA-256 of the file' }) };

/** Upload of a document with a question between controller and processor, or with its answer (duty S3-05). */
export const saidUpload = (kind: SaidAbout['kind'], subject: string) =>
  kind === 'question'
    ? {
        path: `${subject}/questions/{questionId}/files`,
        summary: 'Keep a document with a question',
        description: keptWords('a question'),
      }
    : {
        path: `${subject}/questions/{questionId}/answer/files`,
        summary: 'Keep a document with the answer to a question',
        description: `${keptWords('an answer')} The question has been answered.`,
      };

/** Of a route that gives one file back. */
export const fileAnswer = {
  status: 200,
  response: z.string().meta({ description: 'the file' }),
  download: { mediaType: OCTETS, description: 'the bytes of the file' },
  example: { response: '%PDF-1.7' },
} as const;

/** A file as bytes: REST says what it is beside it, in the view of its subject. */
export function presentBytes(read: Result<ReadFile>) {
  if (!read.ok) return read;
  const { bytes, file } = read.value;
  return { ok: true as const, value: { bytes, mediaType: OCTETS, fileName: file.hash } };
}
