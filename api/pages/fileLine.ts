import type { FileType } from '../../domain/file/fileType';
import type { KeptFile } from '../../domain/file/kept';
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

/** A kept file as a line; `path` is the page of its subject. Without a name it was erased, or came without one. */
export const fileLine = (
  { hash, at, mediaType, size, name }: KeptFile,
  path: string,
  language: Language,
): FileLine => ({
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
