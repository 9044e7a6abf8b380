import type { Recipients } from '../../application/ports/recipients';
import { type RecipientCollections, type RecipientRow, unpackRecipient } from './recipientRows';
import { openBytes } from './seal';
import { placeOf, type SubjectKeys } from './subjectKeys';

type Sending = Pick<Recipients, 'due' | 'claim' | 'settle' | 'lapse' | 'bounce' | 'progress'>;

/**
 * How far telling has come. One row moves by one conditional write, acknowledged by a majority with journal: of two
 * senders one has it, and a sender that died has left it marked.
 */
export function createSending({ lists, rows }: RecipientCollections, keys: SubjectKeys): Sending {
  const count = (orgId: string, listId: string, more: Partial<RecipientRow>) =>
    rows.countDocuments({ orgId, listId, ...more });

  return {
    async due(orgId, listId, now, limit) {
      placeOf(orgId, listId);
      const key = await keys.find(orgId, listId);
      if (key === null) return [];
      const found = await rows
        .find({ orgId, listId, state: 'waiting', at: { $lte: now } })
        .sort({ n: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id: place, n, tries, box }) => {
        return { n, tries, recipient: unpackRecipient(openBytes(key, box, place)) };
      });
    },

    async claim(orgId, listId, n, leaseUntil) {
      const { modifiedCount } = await rows.updateOne(
        { _id: placeOf(orgId, listId, String(n)), state: 'waiting' },
        { $set: { state: 'leaving', at: leaseUntil }, $inc: { tries: 1 } },
      );
      return modifiedCount === 1;
    },

    async settle(orgId, listId, n, settled) {
      const { state } = settled;
      const at = settled.state === 'waiting' ? { at: settled.retryAt } : {};
      await rows.updateOne({ _id: placeOf(orgId, listId, String(n)), state: 'leaving' }, { $set: { state, ...at } });
    },

    async lapse(orgId, listId, now) {
      placeOf(orgId, listId);
      await rows.updateMany({ orgId, listId, state: 'leaving', at: { $lte: now } }, { $set: { state: 'unknown' } });
    },

    async bounce(orgId, listId, n) {
      const { modifiedCount } = await rows.updateOne(
        { _id: placeOf(orgId, listId, String(n)), state: { $in: ['sent', 'unknown'] }, bounced: false },
        { $set: { bounced: true } },
      );
      return modifiedCount === 1;
    },

    async progress(orgId, listId) {
      const list = await lists.findOne({ _id: placeOf(orgId, listId) });
      if (list?.counted) return list.counted;
      const [waiting, leaving, sent, refused, unknown, bounced] = await Promise.all([
        count(orgId, listId, { state: 'waiting' }),
        count(orgId, listId, { state: 'leaving' }),
        count(orgId, listId, { state: 'sent' }),
        count(orgId, listId, { state: 'refused' }),
        count(orgId, listId, { state: 'unknown' }),
        count(orgId, listId, { bounced: true }),
      ]);
      return { waiting, leaving, sent, refused, unknown, bounced };
    },
  };
}
