import type { mongo } from 'mongoose';
import type { Outcome } from '../../application/ports/recipients';
import {
  type LeftOut,
  type ListFacts,
  type Progress,
  type Recipient,
  TOGETHER,
} from '../../domain/controllerCase/recipients';

/** `facts` and `key` once it is complete; `expiresAt` null once it is accepted; `counted` once its rows are gone. */
export type ListRow = {
  _id: string;
  orgId: string;
  listId: string;
  caseId: string | null;
  key?: string;
  facts: ListFacts | null;
  expiresAt: Date | null;
  counted: Progress | null;
};

/** Whom only a letter reaches is `letter` from the first: no mail is tried. */
export type RowState = Outcome | 'letter';

/** Recipients that leave together, sealed as one; `states` and what is sealed are in the order of their numbers. */
export type BatchRow = {
  _id: string;
  orgId: string;
  listId: string;
  batch: number;
  box: Buffer;
  states: RowState[];
  /** Somebody has claimed those that wait. */
  isAway: boolean;
  tries: number;
  /** When somebody claimed them first. */
  begunAt: Date | null;
  turn: number;
  /** When those that wait may be tried, or the claim of them ends; null once nobody waits. */
  at: Date | null;
  /** Numbers of those whose mail came back. */
  bounced: number[];
};

const SURE = { writeConcern: { w: 'majority' as const, journal: true }, readConcern: { level: 'majority' as const } };

/** Rows of a file that were left out: a line and why, nobody is named. */
export type LeftOutRow = { _id: string; orgId: string; listId: string; order: number; rows: LeftOut[] };

/** The collections with their indexes. */
export async function openRecipientRows(db: mongo.Db) {
  const lists = db.collection<ListRow>('recipientLists', SURE);
  const rows = db.collection<BatchRow>('recipients', { ...SURE, promoteBuffers: true });
  const leftOut = db.collection<LeftOutRow>('recipientsLeftOut', SURE);
  await leftOut.createIndex({ orgId: 1, listId: 1, order: 1 });
  await lists.createIndex({ orgId: 1, caseId: 1 });
  await lists.createIndex({ orgId: 1, key: 1 }, { unique: true, partialFilterExpression: { key: { $exists: true } } });
  await rows.createIndex({ orgId: 1, listId: 1, at: 1 });
  return { lists, rows, leftOut };
}

export type RecipientCollections = Awaited<ReturnType<typeof openRecipientRows>>;

export const packRecipients = (recipients: readonly Recipient[]): Buffer =>
  Buffer.from(
    JSON.stringify(
      recipients.map((one) => [one.email, one.name, one.language, ...(one.email === null ? [one.postal] : [])]),
    ),
  );

type Packed = [string, string | null, Recipient['language']] | [null, string, Recipient['language'], string[]];

export const unpackRecipients = (packed: Buffer): Recipient[] =>
  (JSON.parse(packed.toString()) as Packed[]).map((one) =>
    one[0] === null
      ? { email: null, name: one[1], language: one[2], postal: one[3] }
      : { email: one[0], name: one[1], language: one[2] },
  );

/** The batch of a recipient, and its place there. */
export const placeInBatch = (n: number) => ({ batch: Math.ceil(n / TOGETHER), index: (n - 1) % TOGETHER });

/** The number of whoever stands at this place of a batch. */
export const numberOf = (batch: number, index: number): number => (batch - 1) * TOGETHER + index + 1;
