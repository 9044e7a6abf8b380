import type { Entry } from '../../domain/journal/entry';
import { erasureOf } from '../../domain/journal/events';
import type { Journal } from '../ports/journal';

const WINDOW = 500;

/** Entries 1 to `size` in windows. @throws RangeError when the journal ends before. */
export async function* journalWindows(journal: Journal, orgId: string, size: number): AsyncGenerator<Entry[]> {
  for (let read = 0; read < size;) {
    const window = await journal.readWindow(orgId, read, Math.min(WINDOW, size - read));
    if (window.length === 0) throw new RangeError(`the journal ends at ${read}, before ${size}`);
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
  for await (const window of journalWindows(journal, orgId, size)) {
    for (const entry of window) {
      const erasure = erasureOf(entry);
      if (erasure === null) continue;
      const before = gone.get(erasure.target)?.names ?? [];
      gone.set(erasure.target, { names: new Set([...before, ...erasure.names]), saidBy: entry.seq });
    }
  }
  return gone;
}
