import type { mongo } from 'mongoose';
import type { Recipients } from '../../application/ports/recipients';
import { TOGETHER } from '../../domain/controllerCase/recipients';
import { isDuplicateKey } from './duplicateKey';
import { openRecipientRows, packRecipients, placeInBatch, type RecipientCollections } from './recipientRows';
import { createSending } from './recipientSending';
import { sealBytes } from './seal';
import { placeOf, type SubjectKeys } from './subjectKeys';

/** Lists of recipients on MongoDB, each batch AES-256-GCM under the key of its list. */
export async function createMongoRecipients(db: mongo.Db, keys: SubjectKeys): Promise<Recipients> {
  const collections = await openRecipientRows(db);
  const sending = createSending(collections, keys);
  return { ...createLists(collections, keys, sending), ...sending };
}

type Lists = Pick<
  Recipients,
  | 'begin'
  | 'add'
  | 'leaveOut'
  | 'leftOut'
  | 'complete'
  | 'byKey'
  | 'find'
  | 'ofCase'
  | 'kept'
  | 'accept'
  | 'forget'
  | 'forgetExpired'
>;

function createLists(
  { lists, rows, leftOut }: RecipientCollections,
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
    if (isAccepted) return;
    await leftOut.deleteMany({ orgId, listId });
    await lists.deleteOne({ _id: place });
  };

  return {
    forget,

    async begin(orgId, listId, expiresAt) {
      await keys.obtain(orgId, listId);
      const empty = { caseId: null, facts: null, counted: null };
      await lists.insertOne({ _id: placeOf(orgId, listId), orgId, listId, ...empty, expiresAt });
    },

    async add(orgId, listId, first, recipients) {
      const { batch: firstBatch, index } = placeInBatch(first);
      if (index !== 0) throw new RangeError('a batch is stored whole');
      const key = await keys.obtain(orgId, listId);
      const batches = Array.from({ length: Math.ceil(recipients.length / TOGETHER) }, (_, order) => {
        const own = recipients.slice(order * TOGETHER, (order + 1) * TOGETHER);
        const batch = firstBatch + order;
        const place = placeOf(orgId, listId, String(batch));
        const box = sealBytes(key, packRecipients(own), place);
        const states = own.map(({ email }) => (email === null ? ('letter' as const) : ('waiting' as const)));
        const at = states.includes('waiting') ? BEGINNING.at : null;
        return { _id: place, orgId, listId, batch, box, states, ...BEGINNING, at };
      });
      await rows.insertMany(batches);
    },

    async leaveOut(orgId, listId, order, left) {
      await leftOut.insertOne({ _id: placeOf(orgId, listId, String(order)), orgId, listId, order, rows: [...left] });
    },

    async *leftOut(orgId, listId) {
      placeOf(orgId, listId);
      for await (const { rows: left } of leftOut.find({ orgId, listId }).sort({ order: 1 })) yield* left;
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

    async kept(orgId) {
      placeOf(orgId, 'lists');
      const found = await lists.find({ orgId, counted: null }).toArray();
      return found.flatMap(({ facts }) => (facts === null ? [] : [facts]));
    },

    async accept(orgId, listId) {
      await lists.updateOne({ _id: placeOf(orgId, listId), expiresAt: { $ne: null } }, { $set: { expiresAt: null } });
    },

    async forgetExpired(orgId, now) {
      placeOf(orgId, 'lists');
      const expired = await lists.find({ orgId, expiresAt: { $lte: now } }).toArray();
      for (const { listId } of expired) await forget(orgId, listId);
    },
  };
}

/** May be tried as soon as the list is accepted. */
const BEGINNING = { isAway: false, tries: 0, begunAt: null, turn: 0, at: new Date(0), bounced: [] };
