import { z } from 'zod';
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

/** What a file belongs to: what was filed with an authority, by the entry that says so. */
export const FileAbout = z.strictObject({
  kind: z.literal('filing').meta({ description: 'what it is' }),
  seq: z.int().positive().meta({ description: 'entry of the filing' }),
});
export type FileAbout = z.infer<typeof FileAbout>;

/** A file was kept. Its bytes lie apart, encrypted: erasing its name takes them (docs/adr/0041). */
export const FileKept = z.strictObject({
  about: FileAbout,
  hash,
  mediaType: FileType,
  size: z.int().positive().meta({ description: 'bytes' }),
  name: erasable(StoredLine).meta({ erasable: true, description: 'name that it came with' }),
});
export type FileKept = z.infer<typeof FileKept>;
export type KeptFile = FileKept & Mark;

const isSame = (one: FileAbout, other: FileAbout): boolean => one.kind === other.kind && one.seq === other.seq;

/** Files about one thing, in the order in which they came. */
export const filesAbout = (files: readonly KeptFile[], about: FileAbout): KeptFile[] =>
  files.filter((file) => isSame(file.about, about));

/** Why a file is not kept: it is there already, or there are as many as there may be. */
export function fileIssues(files: readonly KeptFile[], about: FileAbout, fileHash: string): Issue[] {
  const there = filesAbout(files, about);
  if (there.some((file) => file.hash === fileHash)) return [{ pointer: '', message: 'this very file is kept already' }];
  return there.length < MOST_FILES ? [] : [{ pointer: '', message: `at most ${MOST_FILES} files are kept with it` }];
}
