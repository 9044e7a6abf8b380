import { type Entry, isErased } from '../../domain/journal/entry';
import { EntryMissing, firstMissing } from '../../domain/journal/entryMissing';
import { erasureOf } from '../../domain/journal/events';
import type { Journal } from '../ports/journal';

const WINDOW = 500;

/** Entries 1 to `size` in windows. @throws EntryMissing where one is not there. */
export async function* journalWindows(journal: Journal, orgId: string, size: number): AsyncGenerator<Entry[]> {
  for (let read = 0; read < size;) {
    const count = Math.min(WINDOW, size - read);
    const window = await journal.readWindow(orgId, read, count);
    const missing = firstMissing(window, read + 1, count);
    if (missing !== null) throw new EntryMissing(missing);
    yield window;
    read += window.length;
  }
}

/** An erasure was written while a copy streamed, and the copy rests on a head that does not know it. */
export class ErasedMeanwhile extends Error {
  override name = 'ErasedMeanwhile';
}

/** `saidBy`: seq of the newest entry that says so. */
export type Gone = { names: Set<string>; saidBy: number };

/** Which fields are erased, by the seq of their entry: a copy shows none of them, even before they have gone. */
export async function erasedFields(journal: Journal, orgId: string, size: number): Promise<Map<number, Gone>> {
  const gone = new Map<number, Gone>();
  for await (const window of journalWindows(journal, orgId, size)) erasuresIn(window, gone);
  return gone;
}

/** Adds what the erasures among these entries take. */
export function erasuresIn(entries: readonly Entry[], gone: Map<number, Gone>): void {
  for (const entry of entries) {
    const erasure = erasureOf(entry);
    if (erasure === null) continue;
    const before = gone.get(erasure.target)?.names ?? [];
    gone.set(erasure.target, { names: new Set([...before, ...erasure.names]), saidBy: entry.seq });
  }
}

/** A field without its value. */
export type Missing = { seq: number; name: string };

export const isErasure = ({ seq, name }: Missing, gone: Map<number, Gone>): boolean =>
  gone.get(seq)?.names.has(name) === true;

/** Fields without their value that no erasure known so far explains. */
export const missingFrom = (window: readonly Entry[], gone: Map<number, Gone>): Missing[] =>
  window.flatMap(({ seq, fields }) =>
    Object.entries(fields)
      .map(([name, field]) => ({ seq, name, field }))
      .filter((one) => isErased(one.field) && !isErasure(one, gone))
      .map(({ name }) => ({ seq, name })),
  );
