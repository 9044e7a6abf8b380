import type { FileType } from '../../domain/file/fileType';
import type { FileHanding } from '../../domain/file/handing';
import type { KeptFile } from '../../domain/file/kept';
import type { ExchangeLine } from '../../templates/pages/incident';
import type { FileLine } from '../../templates/pages/parts/files';
import { writeCount } from '../../templates/grammar';
import type { Language } from '../../domain/letters/head';

const endings: Record<FileType, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'message/rfc822': 'eml',
};

const KILO = 1000;

/** What the page says of whether the other side has a file. */
export type HandingOf = (file: KeptFile) => FileHanding | null;

/** A kept file as a line; `path` is the page of its subject. Without a name it was erased, or came without one. */
export const fileLine = (
  file: KeptFile,
  { path, language, handingOf }: { path: string; language: Language; handingOf: HandingOf | null },
): FileLine => ({
  ...named(file, path, language),
  via: handingOf === null ? null : file.via && { key: `via.${file.via}` },
  handing: handingWords(handingOf?.(file) ?? null),
});

function handingWords(handing: FileHanding | null): ExchangeLine | null {
  if (handing === null) return null;
  const { state, at, statedAt, why } = handing;
  const words =
    why === null ? null : { key: why === 'invalid' ? ('files.why.invalid' as const) : (`exchangeWhy.${why}` as const) };
  return { label: { key: `files.${state}` }, at, stated: statedAt, why: words };
}

const named = (
  { hash, at, mediaType, size, name }: KeptFile,
  path: string,
  language: Language,
): Omit<FileLine, 'via' | 'handing'> => ({
  href: `${path}/files/${hash}`,
  name: name ?? { key: 'files.unnamed' },
  kind: endings[mediaType].toUpperCase(),
  size: { key: 'files.kilobytes', values: { n: writeCount(language, Math.max(1, Math.round(size / KILO))) } },
  at,
  hash,
});

/** Under which it is saved: its own name, with the ending of what it is. */
export function fileNameOf(file: Pick<KeptFile, 'name' | 'hash' | 'mediaType'>): string {
  const ending = `.${endings[file.mediaType]}`;
  const name = file.name ?? file.hash.slice(0, 16);
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}
