import { Exchanges } from '../../domain/delivery/events';
import type { Entry, Subject } from '../../domain/journal/entry';
import { erasureOf } from '../../domain/journal/events';
import type { Context } from '../ports/ports';
import { filesPlace, subjectOf } from './filesPlace';

/**
 * Takes the files whose name was erased: who erases the name of a file means the file. The entry keeps its hash. What tells
 * another installation of it says the name, and goes, too.
 */
export async function discardFiles({ orgId, ports }: Context, { kind, id }: Subject): Promise<void> {
  const { gone, messages } = hashesIn(await ports.journal.readSubject(orgId, { kind, id }, 0));
  for (const hash of gone) await ports.documents.discard(orgId, filesPlace(id), hash);
  for (const message of messages) await ports.documents.discard(orgId, id, message);
}

/** More than break off between two sweeps; others wait for the next. */
const MOST_AT_ONCE = 50;

/** Takes the bytes of which no entry tells an hour after they were stored, as their process died between the two. */
export const sweepFiles = ({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<void> =>
  ports.documents.sweep(orgId, ports.now(), MOST_AT_ONCE, async (place, hash) => {
    const id = subjectOf(place);
    for (const kind of ['notice', 'controllerCase'] as const) {
      const { standing } = hashesIn(await ports.journal.readSubject(orgId, { kind, id }, 0));
      if (standing.has(hash)) return true;
    }
    return false;
  });

/** A file that stands under two entries goes with the first whose name is erased. */
function hashesIn(entries: readonly Entry[]): { gone: Set<string>; standing: Set<string>; messages: string[] } {
  const erased = new Set(entries.map((entry) => erasureOf(entry)?.target));
  const kept = entries.filter(({ type }) => type === 'file.kept');
  const hashOf = ({ fields }: Entry) => String(fields['hash']?.value);
  const unnamed = kept.filter(({ seq }) => erased.has(seq));
  const gone = new Set(unnamed.map(hashOf));
  const standing = new Set(kept.map(hashOf).filter((hash) => !gone.has(hash)));
  return { gone, standing, messages: unnamed.flatMap(messagesOf) };
}

const messagesOf = ({ fields }: Entry): string[] =>
  Exchanges.parse(fields['deliverables']?.value).map(({ documentId }) => documentId);
