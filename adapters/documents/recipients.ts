import type { mongo } from 'mongoose';
import type { Recipients } from '../../application/ports/recipients';
import { isDuplicateKey } from './duplicateKey';
import { openRecipientRows, packRecipient, type RecipientCollections } from './recipientRows';
import { createSending } from './recipientSending';
import { sealBytes } from './seal';
import { placeOf, type SubjectKeys } from './subjectKeys';

/** Lists of recipients on MongoDB, each row AES-256-GCM under the key of its list. */
export async function createMongoRecipients(db: mongo.Db, keys: SubjectKeys): Promise<Recipients> {
  const collections = await openRecipientRows(db);
  const sending = createSending(collections, keys);
  return { ...createLists(collections, keys, sending), ...sending };
}

type Lists = Pick<
  Recipients,
  'begin' | 'add' | 'complete' | 'byKey' | 'find' | 'ofCase' | 'accept' | 'forget' | 'forgetExpired'
>;

function createLists(
  { lists, rows }: RecipientCollections,
  keys: SubjectKeys,
  sending: Pick<Recipients, 'progress'>,
): Lists {
  const forget: Lists['forget'] = async (orgId, listId) => {
    const place = placeOf(orgId, listId);
    const list = await lists.findOne({ _id: place });
    if (list === null) return;
    const isAccepted = list.expiresAt === null;
    const counted = isAccepted ? await sending.progress(orgId, listId) : null; // once counted, counted for good
    await keys.destroy(orgId, listId);
    // the counts first: where this breaks off, the next call goes on
    if (isAccepted) await lists.updateOne({ _id: place }, { $set: { counted } });
    await rows.deleteMany({ orgId, listId });
    if (!isAccepted) await lists.deleteOne({ _id: place });
  };

  return {
    forget,

    async begin(orgId, listId, expiresAt) {
      await keys.obtain(orgId, listId);
      const empty = { caseId: null, facts: null, counted: null };
      await lists.insertOne({ _id: placeOf(orgId, listId), orgId, listId, ...empty, expiresAt });
    },

    async add(orgId, listId, first, recipients) {
      const key = await keys.obtain(orgId, listId);
      await rows.insertMany(
        recipients.map((recipient, index) => {
          const n = first + index;
          const place = placeOf(orgId, listId, String(n));
          const box = sealBytes(key, packRecipient(recipient), place);
          return {
            _id: place,
            orgId,
            listId,
            n,
            box,
            state: 'waiting' as const,
            tries: 0,
            at: BEGINNING,
            bounced: false,
          };
        }),
      );
    },

    async complete(orgId, key, facts) {
      try {
        const done = { $set: { key, facts, caseId: facts.caseId } };
        await lists.updateOne({ _id: placeOf(orgId, facts.listId) }, done);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async byKey(orgId, key) {
      placeOf(orgId, 'lists');
      return (await lists.findOne({ orgId, key }))?.facts ?? null;
    },

    async find(orgId, listId) {
      const list = await lists.findOne({ _id: placeOf(orgId, listId) });
      return list === null || list.counted !== null ? null : list.facts;
    },

    async ofCase(orgId, caseId) {
      placeOf(orgId, caseId);
      const found = await lists.find({ orgId, caseId }).toArray();
      const whole = found.flatMap(({ facts }) => (facts === null ? [] : [facts]));
      return whole.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
    },

    async accept(orgId, listId) {
      await lists.updateOne({ _id: placeOf(orgId, listId) }, { $set: { expiresAt: null } });
    },

    async forgetExpired(orgId, now) {
      placeOf(orgId, 'lists');
      const expired = await lists.find({ orgId, expiresAt: { $lte: now } }).toArray();
      for (const { listId } of expired) await forget(orgId, listId);
    },
  };
}

/** May be tried as soon as the list is accepted. */
const BEGINNING = new Date(0);
