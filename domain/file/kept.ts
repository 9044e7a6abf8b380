import { z } from 'zod';
import { Exchanges } from '../delivery/events';
import { idOfExchange } from '../exchange/exchanged';
import type { Mark } from '../incident/incident';
import { erasable } from '../shared/erasable';
import type { Issue } from '../shared/errors';
import { StoredLine } from '../shared/stored';
import { FileType } from './fileType';

/** Bytes of one file, below what a stored document may have; files about one thing, as a page can list them. */
export const MOST_FILE_BYTES = 10_000_000;
export const MOST_FILES = 5;

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the file' });

/**
 * What a file belongs to: what was filed with an authority, by the entry that says so; or a question between controller and
 * processor, or its answer (duty S3-05), by the id that both sides know it by.
 */
export const FileAbout = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('filing').meta({ description: 'what it is' }),
    seq: z.int().positive().meta({ description: 'entry of the filing' }),
  }),
  z.strictObject({
    kind: z.enum(['question', 'answer']).meta({ description: 'what it is' }),
    questionId: z.string().min(1).max(200).meta({ description: 'id of the question' }),
  }),
]);
export type FileAbout = z.infer<typeof FileAbout>;
/** What is about a question between controller and processor. */
export type SaidAbout = Extract<FileAbout, { questionId: string }>;

/** How many documents came in one form with words; each has an entry of its own after them. */
export const AlongWith = z
  .int()
  .min(1)
  .max(MOST_FILES)
  .exactOptional()
  .meta({ description: 'documents that came in the same form; left out: none, and older entries do not say' });

/** How many are kept with something, or are about to be: they are written right after it. */
export const countAbout = (files: readonly KeptFile[], about: FileAbout, announced = 0): number =>
  Math.max(announced, filesAbout(files, about).length);

/** A file was kept. Its bytes lie apart, encrypted: erasing its name takes them (docs/adr/0041). */
export const FileKept = z.strictObject({
  about: FileAbout,
  hash,
  mediaType: FileType,
  size: z.int().positive().meta({ description: 'bytes' }),
  name: erasable(StoredLine).meta({ erasable: true, description: 'name that it came with' }),
  via: z.enum(['link', 'account', 'exchange']).nullable().default(null).meta({
    description:
      'by a contact’s link, from an organisation of this installation, or from another; null: kept here, and older entries do not say',
  }),
  deliverables: Exchanges,
});
export type FileKept = z.infer<typeof FileKept>;
/** `exchangeId`: by which it goes to the other side’s own installation; null where it does not. */
export type KeptFile = Omit<FileKept, 'deliverables'> & Mark & { exchangeId: string | null };

/** As a subject holds it. */
export const keptFile = ({ deliverables, ...kept }: FileKept, mark: Mark): KeptFile => ({
  ...kept,
  ...mark,
  exchangeId: idOfExchange(deliverables),
});

/** Names what a file belongs to within its subject, as a form sends it. */
export const aboutName = (about: FileAbout): string =>
  `${about.kind}/${about.kind === 'filing' ? about.seq : about.questionId}`;

/** Files about one thing, in the order in which they came. */
export const filesAbout = (files: readonly KeptFile[], about: FileAbout): KeptFile[] =>
  files.filter((file) => aboutName(file.about) === aboutName(about));

export const tooManyFiles = `at most ${MOST_FILES} files are kept with it`;
export const FILE_TOO_LONG = 'the file has more bytes than one may have';

/** Why a file is not kept: it is there already, or there are as many as there may be. `fileHash` null: not read yet. */
export function fileIssues(files: readonly KeptFile[], about: FileAbout, fileHash: string | null): Issue[] {
  const there = filesAbout(files, about);
  if (there.some((file) => file.hash === fileHash)) return [{ pointer: '', message: 'this very file is kept already' }];
  return there.length < MOST_FILES ? [] : [{ pointer: '', message: tooManyFiles }];
}
