import type { mongo } from 'mongoose';
import type { Journal } from '../../application/ports/journal';
import { REQUEST } from '../../domain/journal/entry';
import { done, refused } from '../../domain/shared/errors';
import { createStandIn } from './standIn';
import { openJournalStore } from './journalStore';
import { listEntries } from './listing';
import { createSequencer, type JournalSettings } from './sequencer';

/** The one write path. Unique indexes, not transactions, make keys, order and revisions hold. */
export async function createMongoJournal(db: mongo.Db, settings: JournalSettings): Promise<Journal> {
  const store = await openJournalStore(db);

  const recall: Journal['recall'] = async (orgId, key, request) => {
    const found = await store.byKey(orgId, key);
    if (found === null) return done(null);
    return found.fields[REQUEST]?.value === request ? done(found) : refused({ code: 'key.reused' });
  };

  const { append, head } = createSequencer({ store, recall, settings });

  return {
    async append(draft, standing, follower) {
      if (draft.type === 'journal.refused') await store.markRefused(draft.orgId);
      return append(draft, standing, follower);
    },
    recall,
    byKey: store.byKey,
    readSubject: store.subject,
    readWindow: (orgId, afterSeq, limit) => store.window(orgId, afterSeq, afterSeq + limit),
    list: async (orgId, query) => listEntries(store, orgId, await head(orgId), query),
    erase: store.erase,
    standIn: createStandIn(store, settings),
    head,
    organisations: store.organisations,
    everRefused: store.everRefused,
  };
}
