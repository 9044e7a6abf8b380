import type { EntryPage, EntryQuery } from '../../application/ports/journal';
import { matches } from '../../domain/journal/matches';
import type { JournalStore } from './journalStore';

const WINDOW = 500;
/** A rare entry far back costs several calls, none of which holds the database for long. */
const WINDOWS_PER_CALL = 10;

/** Newest first. A subject is read by its own index, everything else by windows of the journal from `head` down. */
export async function listEntries(
  store: JournalStore,
  orgId: string,
  head: number,
  { below = Infinity, limit, ...filter }: EntryQuery,
): Promise<EntryPage> {
  if (filter.subject !== undefined) {
    const whole = await store.subject(orgId, filter.subject, 0);
    const found = whole.filter((entry) => entry.seq < below && matches(filter, entry)).toReversed();
    return { entries: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.seq ?? null) : null };
  }
  const entries: EntryPage['entries'] = [];
  let top = Math.min(head, below - 1);
  for (let read = 0; read < WINDOWS_PER_CALL && top > 0; read++) {
    const window = await store.window(orgId, Math.max(0, top - WINDOW), top);
    for (const entry of window.toReversed()) {
      top = entry.seq - 1;
      if (!matches(filter, entry)) continue;
      entries.push(entry);
      if (entries.length === limit) return { entries, next: top > 0 ? entry.seq : null };
    }
  }
  return { entries, next: top > 0 ? top + 1 : null };
}
