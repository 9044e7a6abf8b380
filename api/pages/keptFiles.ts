import { z } from 'zod';
import type { ReadFile } from '../../application/file/readFile';
import {
  aboutName,
  FILE_TOO_LONG,
  type FileAbout,
  filesAbout,
  type KeptFile,
  type SaidAbout,
} from '../../domain/file/kept';
import type { Language } from '../../domain/letters/head';
import { cutAt } from '../../domain/shared/cutAt';
import type { Result } from '../../domain/shared/errors';
import type { FileLine, KeptWith } from '../../templates/pages/parts/files';
import type { Option } from '../../templates/pages/parts/form';
import type { Said } from '../../templates/pages/words/word';
import { filesPage } from '../../templates/pages/files';
import type { Act, Shown } from '../http/definePage';
import type { ApiError } from '../http/problems';
import { fileLine, fileNameOf, type HandingOf } from './fileLine';
import { fileChosen, fileQuestion } from './forms/file';
import { fileBounds } from './forms/filesAlong';
import type { Question } from './forms/question';
import { refusedForm } from './forms/refusal';
import { type AnyVisit, type Inside, shownAs } from './frame';

/** What a file can be kept with, and how people call it. */
export type Keepable<A extends FileAbout = FileAbout> = { about: A; words: Said };

/** What the form of a file asks first. */
export const aboutQuestion = (keepable: readonly Keepable[]): Question & { options: readonly Option[] } => ({
  name: 'about',
  kind: 'select',
  label: { key: 'files.about' },
  options: keepable.map(({ about, words }) => ({ value: aboutName(about), label: words })),
});

/** Where a file is sent, as a person filled it in. */
export const aboutForm = z.object({ about: z.string().max(220).default('') });
/** Which thing is chosen when the page opens. */
export const aboutQuery = z.object({ about: z.string().max(220).optional() });

type Sent = Pick<Act, 'file' | 'fileName'> & { form: z.output<typeof aboutForm> };
type Kept = { ok: true; value: unknown } | { ok: false; error: ApiError };

/** Keeps the file of a form with what was chosen; what is wrong with either is said at its field. */
export async function keepChosen<A extends FileAbout>(
  keepable: readonly { about: A }[],
  { form, file, fileName: name }: Sent,
  keep: (about: A, sent: { name: string | null; bytes: AsyncIterable<Buffer> }) => Promise<Kept>,
): Promise<Kept> {
  const chosen = keepable.find(({ about }) => aboutName(about) === form.about);
  if (chosen === undefined) return { ok: false, error: { code: 'input.invalid', issues: [NOT_CHOSEN] } };
  return fileChosen(file, (bytes) => keep(chosen.about, { name, bytes }), FILE_TOO_LONG);
}

const NOT_CHOSEN = { pointer: '/about', message: 'nothing such was filed, asked or answered' };

type Shelf = {
  /** Page of what they are kept with. */
  path: string;
  crumbs: readonly { href: string; label: Said }[];
  /** All that a file can belong to, and what of it is this reader's to keep one with. */
  keepable: readonly Keepable[];
  mine: readonly Keepable[];
  files: readonly KeptFile[];
  handingOf: HandingOf;
};

type FilesVisit = Pick<AnyVisit, 'refusal' | 'formKey' | 'csrf'> & { query: z.output<typeof aboutQuery> };

/** The page of a subject's files, and the form that keeps more. */
export function filesShown(
  { frame, names }: Pick<Inside, 'frame' | 'names'>,
  visit: FilesVisit,
  { path, crumbs, keepable, mine, files, handingOf }: Shelf,
): Shown {
  const about = aboutQuestion(mine);
  const refused = refusedForm([about, fileQuestion], visit, frame.zone, frame, names);
  return shownAs(
    filesPage(frame, {
      path,
      crumbs,
      upload: mine.length === 0 ? null : { action: `${path}/files`, key: visit.formKey, csrf: visit.csrf },
      about: about.options,
      chosen: refused.raw?.['about'] ?? visit.query.about ?? '',
      bounds: fileBounds,
      faults: refused.summary,
      error: refused.errorAt('file'),
      changed: refused.changed,
      files: linesOf(files, { path, language: frame.language, keepable, handingOf }),
    }),
  );
}

const LONGEST_QUOTE = 80;

/** A question and, once it is there, its answer. */
export const saidKeepable = (
  questions: readonly { id: string; text: string | null; answeredAt: string | null }[],
  kinds: readonly SaidAbout['kind'][],
): Keepable<SaidAbout>[] =>
  questions.flatMap(({ id: questionId, text, answeredAt }) =>
    kinds
      .filter((kind) => kind === 'question' || answeredAt !== null)
      .map((kind) => ({
        about: { kind, questionId },
        words: { key: `files.of.${kind}`, values: { text: cutAt(text ?? '–', LONGEST_QUOTE) } },
      })),
  );

/** Files as lines of a list, each with what it belongs to. */
export const linesOf = (
  files: readonly KeptFile[],
  {
    keepable,
    ...where
  }: { path: string; language: Language; keepable: readonly Keepable[]; handingOf: HandingOf | null },
): (FileLine & { about: Said })[] =>
  files.map((file) => ({
    ...fileLine(file, where),
    about: keepable.find(({ about }) => aboutName(about) === aboutName(file.about))?.words ?? '–',
  }));

type Where = {
  /** Page of the subject. */
  path: string;
  language: Language;
  /** What this reader may add a file to, and whether the other side has it then or it stays here. */
  adds: Partial<Record<SaidAbout['kind'], 'goes' | 'stays'>>;
  /** Whether the other side has one; null: that is not this reader's to know. */
  handingOf: HandingOf | null;
  /** Language that a guest chose. */
  lang?: Language | undefined;
};

/** What is kept with a question and, once it is there, with its answer, where both are shown. */
export const keptIn = (
  files: readonly KeptFile[],
  { id: questionId, answeredAt }: { id: string; answeredAt: string | null },
  where: Where,
): { kept: KeptWith; keptAnswer: KeptWith | null } => ({
  kept: keptWith(files, { kind: 'question', questionId }, where),
  keptAnswer: answeredAt === null ? null : keptWith(files, { kind: 'answer', questionId }, where),
});

function keptWith(files: readonly KeptFile[], about: SaidAbout, at: Where): KeptWith {
  const { path, adds, lang } = at;
  const where = adds[about.kind];
  const query = new URLSearchParams({ about: aboutName(about), ...(lang && { lang }) });
  return {
    files: filesAbout(files, about).map((file) => fileLine(file, at)),
    add:
      where === undefined ? null : { href: `${path}/files?${query}`, label: { key: `files.${where}.${about.kind}` } },
  };
}

/** A file as a download, under its own name. */
export function fileShown(read: Result<ReadFile>): Shown {
  if (!read.ok) return read;
  const { bytes, mediaType, file } = read.value;
  return { ok: true, value: { bytes, mediaType, fileName: fileNameOf(file) } };
}
