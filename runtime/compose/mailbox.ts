import { createMongoDocuments } from '../../adapters/documents/documents';
import { openKeyRing } from '../../adapters/documents/keyRing';
import { createSubjectKeys } from '../../adapters/documents/subjectKeys';
import { createMailboxStore } from '../../adapters/mail/mailboxStore';
import type { CatchStore, Mailbox } from '../../application/ports/mailbox';
import type { Config } from '../config';
import { newId } from '../newId';
import type { Database } from './database';

/** What the catching server keeps and `/mailbox` shows. */
export async function composeMailbox(
  { dataFolder }: Pick<Config, 'dataFolder'>,
  { db }: Pick<Database, 'db'>,
): Promise<Mailbox & CatchStore> {
  const keys = createSubjectKeys(db, await openKeyRing(dataFolder));
  const documents = await createMongoDocuments(db, keys);
  const now = () => new Date();
  return createMailboxStore(db, { keys, documents, now, newId: () => newId(now()) });
}
