import { z } from 'zod';

const LONGEST = 1_000;
const EXTENDED = /(?:^|;)\s*filename\*\s*=\s*utf-8'[\w-]*'([^;\s]+)\s*(?:;|$)/i;
const PLAIN = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))\s*(?:;|$)/i;
const ASCII = /^[ -~]*$/;

/** A name as RFC 6266 writes it: `filename*=UTF-8''…` (RFC 8187), else `filename="…"` in ASCII; null for neither. */
export function fileNameIn(disposition: string): string | null {
  const [, encoded] = EXTENDED.exec(disposition) ?? [];
  if (encoded !== undefined) return decoded(encoded);
  const [, quoted, token] = PLAIN.exec(disposition) ?? [];
  const plain = quoted?.replaceAll(/\\(.)/g, '$1') ?? token;
  return plain !== undefined && ASCII.test(plain) ? plain : null;
}

function decoded(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

/** The name of a file that comes as a body: in a header, since addresses stand in the logs of whatever is in between. */
export const FileNameHeader = z
  .string()
  .max(LONGEST)
  .transform((value, { addIssue }) => {
    const name = fileNameIn(value);
    if (name === null) addIssue({ code: 'custom', message: NO_NAME });
    return name;
  })
  .meta({
    description: "name of the file, as people know it: `attachment; filename*=UTF-8''re%C3%A7u.pdf` (RFC 6266)",
  });

const NO_NAME = 'names no file: filename*=UTF-8\'\'… (percent-encoded), or filename="…" in ASCII';
