import type { mongo } from 'mongoose';
import type { ListFacts, Progress, Recipient } from '../../domain/controllerCase/recipients';

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

/** `at`: when a waiting one may be tried, when the lease of one that leaves ends. */
export type RecipientRow = {
  _id: string;
  orgId: string;
  listId: string;
  n: number;
  box: Buffer;
  state: 'waiting' | 'leaving' | 'sent' | 'refused' | 'unknown';
  tries: number;
  at: Date;
  bounced: boolean;
};

const SURE = { writeConcern: { w: 'majority' as const, journal: true }, readConcern: { level: 'majority' as const } };

/** Both collections with their indexes. */
export async function openRecipientRows(db: mongo.Db) {
  const lists = db.collection<ListRow>('recipientLists', SURE);
  const rows = db.collection<RecipientRow>('recipients', { ...SURE, promoteBuffers: true });
  await lists.createIndex({ orgId: 1, caseId: 1 });
  await lists.createIndex({ orgId: 1, key: 1 }, { unique: true, partialFilterExpression: { key: { $exists: true } } });
  await rows.createIndex({ orgId: 1, listId: 1, state: 1, n: 1 });
  return { lists, rows };
}

export type RecipientCollections = Awaited<ReturnType<typeof openRecipientRows>>;

export const packRecipient = ({ email, name, language }: Recipient): Buffer =>
  Buffer.from(JSON.stringify([email, name, language]));

export function unpackRecipient(packed: Buffer): Recipient {
  const [email, name, language] = JSON.parse(packed.toString()) as [string, string | null, Recipient['language']];
  return { email, name, language };
}
