import type { Entry, Subject } from '../../domain/journal/entry';
import { erasureOf } from '../../domain/journal/events';
import type { Context } from '../ports/ports';
import { filesPlace } from './filesPlace';

/** Takes the files whose name was erased: who erases the name of a file means the file. The entry keeps its hash. */
export async function discardFiles({ orgId, ports }: Context, { kind, id }: Subject): Promise<void> {
  const { gone } = hashesIn(await ports.journal.readSubject(orgId, { kind, id }, 0));
  for (const hash of gone) await ports.documents.discard(orgId, filesPlace(id), hash);
}

/** Takes a file again that was stored for an entry which was not written, or whose name was erased since. */
export async function discardUnnamed({ orgId, ports }: Context, { kind, id }: Subject, hash: string): Promise<void> {
  const { standing } = hashesIn(await ports.journal.readSubject(orgId, { kind, id }, 0));
  if (!standing.has(hash)) await ports.documents.discard(orgId, filesPlace(id), hash);
}

/** A file that stands under two entries goes with the first whose name is erased. */
function hashesIn(entries: readonly Entry[]): { gone: Set<string>; standing: Set<string> } {
  const erased = new Set(entries.map((entry) => erasureOf(entry)?.target));
  const kept = entries.filter(({ type }) => type === 'file.kept');
  const hashOf = ({ fields }: Entry) => String(fields['hash']?.value);
  const gone = new Set(kept.filter(({ seq }) => erased.has(seq)).map(hashOf));
  return { gone, standing: new Set(kept.map(hashOf).filter((hash) => !gone.has(hash))) };
}
