import type { Seen } from '../../application/notice/tellingOf';
import { STAMP_DIGITS } from '../../domain/notice/telling';

const SEEN = `(\\d{1,9})(?:-([0-9a-f]{${STAMP_DIGITS}}))?`;
/** In the `revision` of a form, or a `seen`. */
export const FORM_SEEN = new RegExp(`^${SEEN}$`);
/** In If-Match, with its quotes. */
export const ETAG = new RegExp(`^"${SEEN}"$`);

/** What an ETag, or the `revision` of a form, says was read: `12`; of a notice also what it would tell, `12-9f…`. */
export function readSeen(text: string): Seen | undefined {
  const [, revision, stamp = ''] = FORM_SEEN.exec(text) ?? [];
  return revision === undefined ? undefined : { revision: Number(revision), stamp };
}

export const writeSeen = ({ revision, stamp }: Seen): string => `${revision}-${stamp}`;
