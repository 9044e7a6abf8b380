import type { Journal } from '../../application/ports/journal';
import { placeEntry, prepareEntry } from '../../domain/journal/seal';
import type { JournalStore } from './journalStore';
import type { JournalSettings } from './sequencer';

/** The subject's next revision may be taken meanwhile; more often than this it is another fault. */
const TRIES = 5;

/** Writes an entry at a number that has none, beside the sequencer, which only writes at the end. */
export function createStandIn(store: JournalStore, settings: JournalSettings): Journal['standIn'] {
  return async (draft, seq) => {
    const prepared = prepareEntry(draft, settings);
    for (let tries = 1; !(await store.exists(draft.orgId, seq)); tries++) {
      const newest = (await store.subject(draft.orgId, draft.subject, 0)).at(-1);
      const place = { seq, revision: (newest?.revision ?? 0) + 1, recordedAt: settings.now().toISOString() };
      try {
        await store.insert([placeEntry(prepared, place)]);
        return true;
      } catch (error) {
        if (tries === TRIES) throw error;
      }
    }
    return false;
  };
}
