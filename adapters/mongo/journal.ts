import type { mongo } from 'mongoose';
import type { Journal } from '../../application/ports/journal';
import type { Entry } from '../../domain/journal/entry';
import { done, refused } from '../../domain/shared/errors';
import { createSequencer, type JournalSettings } from './sequencer';

/** The one write path. Unique indexes, not transactions, make keys, order and revisions hold. */
export async function createMongoJournal(db: mongo.Db, settings: JournalSettings): Promise<Journal> {
  const entries = db.collection<Entry>('entries', {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' }, // a repeat is not told "it exists" of what could still be rolled back
  });
  await entries.createIndex({ orgId: 1, seq: 1 }, { unique: true });
  await entries.createIndex({ orgId: 1, key: 1 }, { unique: true });
  await entries.createIndex({ orgId: 1, 'subject.kind': 1, 'subject.id': 1, revision: 1 }, { unique: true });

  const readSubject: Journal['readSubject'] = (orgId, { kind, id }, afterRevision) =>
    entries
      .find({ orgId: present(orgId), 'subject.kind': kind, 'subject.id': id, revision: { $gt: afterRevision } })
      .project<Entry>({ _id: 0 })
      .sort({ revision: 1 })
      .toArray();

  const recall: Journal['recall'] = async (orgId, key, request) => {
    const found = await entries.findOne({ orgId: present(orgId), key }, { projection: { _id: 0 } });
    if (found === null) return done(null);
    return found.fields['request']?.value === request ? done(found) : refused({ code: 'key.reused' });
  };

  const sequencers = new Map<string, ReturnType<typeof createSequencer>>();
  const sequencerOf = (orgId: string) => {
    const known = sequencers.get(orgId) ?? createSequencer(present(orgId), { entries, recall, readSubject, settings });
    sequencers.set(orgId, known);
    return known;
  };

  const readWindow: Journal['readWindow'] = (orgId, afterSeq, limit) =>
    entries
      .find({ orgId: present(orgId), seq: { $gt: afterSeq, $lte: afterSeq + limit } })
      .project<Entry>({ _id: 0 })
      .sort({ seq: 1 })
      .toArray();

  return {
    recall,
    readSubject,
    readWindow,
    head: (orgId) => sequencerOf(orgId).findHead(0),
    organisations: () => entries.distinct('orgId'),
    append: (draft, standing) => sequencerOf(draft.orgId).append(draft, standing),
  };
}

/** An empty organisation would match another's rows in some drivers: it never reaches the database. */
function present(orgId: string): string {
  if (orgId === '') throw new TypeError('orgId is empty');
  return orgId;
}
