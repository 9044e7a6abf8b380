import { createHmac } from 'node:crypto';
import type { Recipients } from '../../application/ports/recipients';
import { emptyProgress, type Progress } from '../../domain/controllerCase/recipients';
import {
  type BatchRow,
  numberOf,
  placeInBatch,
  type RecipientCollections,
  type RowState,
  unpackRecipients,
} from './recipientRows';
import { openBytes } from './seal';
import { placeOf, type SubjectKeys } from './subjectKeys';

type Sending = Pick<
  Recipients,
  | 'dueNumbers'
  | 'due'
  | 'nextAt'
  | 'claim'
  | 'settle'
  | 'lapse'
  | 'unreached'
  | 'reached'
  | 'letters'
  | 'bounce'
  | 'secretOf'
  | 'progress'
>;

/**
 * How far telling has come. A batch moves by one conditional write, acknowledged by a majority with journal: of two
 * senders one has it, and a sender that died has left it marked.
 */
export function createSending({ lists, rows }: RecipientCollections, keys: SubjectKeys): Sending {
  const idOf = (orgId: string, listId: string, batch: number) => placeOf(orgId, listId, String(batch));

  async function move(_id: string, turn: number, to: Record<string, unknown>): Promise<boolean> {
    const { modifiedCount } = await rows.updateOne({ _id, turn }, { $set: { ...to, turn: turn + 1 } });
    return modifiedCount === 1;
  }

  return {
    async dueNumbers(orgId, listId, now) {
      placeOf(orgId, listId);
      if ((await keys.find(orgId, listId)) === null) return [];
      const found = rows.find({ orgId, listId, at: { $lte: now }, isAway: false });
      const numbers = await found.project<Pick<BatchRow, 'batch'>>({ _id: 0, batch: 1 }).toArray();
      return numbers.map(({ batch }) => batch).toSorted((one, other) => one - other);
    },

    async due(orgId, listId, now, numbers) {
      placeOf(orgId, listId);
      const key = await keys.find(orgId, listId);
      if (key === null) return [];
      const ids = numbers.map((batch) => idOf(orgId, listId, batch));
      const found = await rows.find({ _id: { $in: ids }, at: { $lte: now }, isAway: false }).toArray();
      return found.map(({ _id: place, batch, turn, tries, begunAt, states, box }) => {
        const all = unpackRecipients(openBytes(key, box, place));
        const waiting = all.flatMap((recipient, index) =>
          recipient.email !== null && states[index] === 'waiting' ? [{ n: numberOf(batch, index), recipient }] : [],
        );
        return { batch, turn, tries, begunAt, recipients: waiting };
      });
    },

    async nextAt(orgId, listId) {
      placeOf(orgId, listId);
      if ((await keys.find(orgId, listId)) === null) return null;
      const [first] = await rows
        .find({ orgId, listId, at: { $ne: null } })
        .sort({ at: 1 })
        .limit(1)
        .toArray();
      return first?.at ?? null;
    },

    claim: (orgId, listId, { batch, turn, tries, begunAt }, leaseUntil) =>
      move(idOf(orgId, listId, batch), turn, { isAway: true, at: leaseUntil, tries: tries + 1, begunAt }),

    async settle(orgId, listId, { batch, turn, recipients }, outcomes, retryAt) {
      const states = recipients.map(({ n }, order) => [`states.${placeInBatch(n).index}`, outcomes[order]]);
      const at = outcomes.includes('waiting') ? retryAt : null;
      await move(idOf(orgId, listId, batch), turn + 1, { ...Object.fromEntries(states), isAway: false, at });
    },

    async lapse(orgId, listId, now) {
      placeOf(orgId, listId);
      const over = await rows.find({ orgId, listId, at: { $lte: now }, isAway: true }).toArray();
      for (const { _id: place, turn, states } of over) {
        const known = states.map((state) => (state === 'waiting' ? 'unknown' : state));
        await move(place, turn, { states: known, isAway: false, at: null });
      }
    },

    async *unreached(orgId, listId) {
      placeOf(orgId, listId);
      const key = await keys.find(orgId, listId);
      if (key === null) return;
      const found = {
        orgId,
        listId,
        $or: [{ states: { $in: ['refused', 'unknown'] } }, { 'bounced.0': { $exists: true } }],
      };
      for await (const { _id: place, batch, states, bounced, box } of rows.find(found as object).sort({ batch: 1 })) {
        for (const [index, recipient] of unpackRecipients(openBytes(key, box, place)).entries()) {
          const why = bounced.includes(numberOf(batch, index)) ? 'bounced' : states[index];
          if (recipient.email !== null && (why === 'bounced' || why === 'refused' || why === 'unknown'))
            yield { recipient, why };
        }
      }
    },

    async *reached(orgId, listId, also) {
      placeOf(orgId, listId);
      const key = await keys.find(orgId, listId);
      if (key === null) return;
      for await (const { _id: place, batch, states, isAway, bounced, box } of rows.find({ orgId, listId })) {
        const isReached = (state: RowState | undefined) =>
          state === 'waiting' ? isAway || also.waiting : state === 'letter' ? also.letters : state !== 'refused';
        yield* unpackRecipients(openBytes(key, box, place)).filter(
          (_, index) => isReached(states[index]) && !bounced.includes(numberOf(batch, index)),
        );
      }
    },

    async *letters(orgId, listId) {
      placeOf(orgId, listId);
      const key = await keys.find(orgId, listId);
      if (key === null) return;
      for await (const { _id: place, box } of rows.find({ orgId, listId, states: 'letter' }).sort({ batch: 1 }))
        yield* unpackRecipients(openBytes(key, box, place)).filter((one) => one.email === null);
    },

    async bounce(orgId, listId, n) {
      const { batch, index } = placeInBatch(n);
      const { modifiedCount } = await rows.updateOne(
        { _id: idOf(orgId, listId, batch), [`states.${index}`]: { $in: ['sent', 'unknown'] }, bounced: { $ne: n } },
        { $push: { bounced: n } },
      );
      return modifiedCount === 1;
    },

    async secretOf(orgId, listId) {
      const key = await keys.find(orgId, listId);
      return key && createHmac('sha256', key).update('vigie name of a mail to a person').digest();
    },

    async progress(orgId, listId) {
      const list = await lists.findOne({ _id: placeOf(orgId, listId) });
      if (list?.counted) return { ...emptyProgress(), ...list.counted };
      const counted = emptyProgress();
      const batches = rows.find({ orgId, listId }).project<Counted>({ batch: 1, states: 1, isAway: 1, bounced: 1 });
      for await (const { batch, states, isAway, bounced } of batches) {
        for (const state of states) counted[counterOf(state, isAway)] += 1;
        counted.bounced += states.filter(
          (state, index) => state === 'sent' && bounced.includes(numberOf(batch, index)),
        ).length;
      }
      return counted;
    },
  };
}

type Counted = Pick<BatchRow, 'batch' | 'states' | 'isAway' | 'bounced'>;

function counterOf(state: RowState, isAway: boolean): keyof Progress {
  if (state === 'letter') return 'letters';
  return state === 'waiting' && isAway ? 'leaving' : state;
}
