import type { mongo } from 'mongoose';
import { type Entry, type Subject, withoutValues } from '../../domain/journal/entry';
import { afterErasures } from '../../domain/journal/erasures';
import { presentOrg } from './presentOrg';
import { NEWEST_SIGNED } from './signedHeads';

/** `_id` is the organisation and the key: the index that every collection has anyway makes appends idempotent. */
type Stored = Entry & { _id: string };

/**
 * The journal's collection. Filters name exactly the fields of one index: a further condition makes the embedded
 * server scan the collection (measured: 9 ms against 124 ms for 200 of 15,000 rows).
 */
export async function openJournalStore(db: mongo.Db) {
  const entries = db.collection<Stored>('entries', {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' }, // a repeat is not told "it exists" of what could still be rolled back
  });
  const newestSigned = db.collection<{ _id: string; size: number }>(NEWEST_SIGNED);
  const journals = db.collection<{ _id: string; refused?: true }>('journals', {
    writeConcern: { w: 'majority', journal: true },
  });
  await journals.createIndex({ refused: 1 }, { sparse: true });
  await entries.createIndex({ orgId: 1, seq: 1 }, { unique: true });
  await entries.createIndex({ orgId: 1, 'subject.kind': 1, 'subject.id': 1, revision: 1 }, { unique: true });

  const window = (orgId: string, afterSeq: number, upTo: number) =>
    entries
      .find({ orgId: presentOrg(orgId), seq: { $gt: afterSeq, $lte: upTo } })
      .project<Entry>({ _id: 0 })
      .sort({ seq: 1 })
      .toArray();

  const exists = async (orgId: string, seq: number) =>
    (await entries.findOne({ orgId: presentOrg(orgId), seq }, { projection: { _id: 1 } })) !== null;

  return {
    window,

    byKey: (orgId: string, key: string) =>
      entries.findOne<Entry>({ _id: idOf(orgId, key) }, { projection: { _id: 0 } }),

    exists,

    /**
     * The newest signed size: a place to look for the head from. 0 where nothing is signed, or nothing stands there and
     * behind: an entry that was removed just there must not have its number handed out again.
     */
    async signedSize(orgId: string): Promise<number> {
      const signed = await newestSigned.findOne({ _id: presentOrg(orgId) });
      return signed !== null && (await window(orgId, signed.size - 1, signed.size + 1)).length > 0 ? signed.size : 0;
    },

    async subject(orgId: string, { kind, id }: Subject, afterRevision: number): Promise<Entry[]> {
      const found = await entries
        .find({ orgId: presentOrg(orgId), 'subject.kind': kind, 'subject.id': id, revision: { $gt: afterRevision } })
        .project<Entry>({ _id: 0 })
        .sort({ revision: 1 })
        .toArray();
      return afterErasures(found);
    },

    /** One ordered write; rejects at the first duplicate. */
    insert: (sealed: readonly Entry[]) =>
      entries.insertMany(
        sealed.map((entry) => ({ _id: idOf(entry.orgId, entry.key), ...entry })),
        { ordered: true },
      ),

    async erase(orgId: string, seq: number, names: readonly string[]): Promise<void> {
      const [entry] = await window(orgId, seq - 1, seq);
      if (entry === undefined) throw new RangeError(`no entry ${seq}`);
      const { fields } = withoutValues(entry, names);
      const gone = Object.entries(fields).filter(([name]) => names.includes(name));
      if (gone.length === 0) return;
      // field by field: two erasures at once must not write back each other's values
      await entries.updateOne(
        { orgId, seq },
        { $set: Object.fromEntries(gone.map(([name, field]) => [`fields.${name}`, field])) },
      );
    },

    /** An organisation is listed before its first entry is written: one without entries does no harm. */
    register: (orgId: string) =>
      journals.updateOne({ _id: presentOrg(orgId) }, { $setOnInsert: { _id: orgId } }, { upsert: true }),

    /** Before the entry is written: a mark without it sends readers to look in vain, an entry without it would be missed. */
    markRefused: (orgId: string) =>
      journals.updateOne({ _id: presentOrg(orgId) }, { $set: { refused: true } }, { upsert: true }),

    everRefused: async () => (await journals.find({ refused: true }).toArray()).map(({ _id }) => _id),

    organisations: async () => (await journals.find().toArray()).map(({ _id }) => _id),
  };
}

export type JournalStore = Awaited<ReturnType<typeof openJournalStore>>;

/** Without a slash, so that no organisation and key read as those of another. */
function idOf(orgId: string, key: string): string {
  if (orgId.includes('/')) throw new TypeError('orgId holds a slash');
  return `${presentOrg(orgId)}/${key}`;
}
