import { randomBytes } from 'node:crypto';
import type { CatchStore } from '../../application/ports/mailbox';
import type { Ports } from '../../application/ports/ports';
import { createMongoDocuments } from '../../adapters/documents/documents';
import { createMongoKeptForms } from '../../adapters/documents/keptForms';
import { openKeyRing } from '../../adapters/documents/keyRing';
import { createMongoLinks } from '../../adapters/documents/links';
import { createMongoWebhookSecrets } from '../../adapters/documents/webhookSecrets';
import { createMongoRecipients } from '../../adapters/documents/recipients';
import { createSubjectKeys } from '../../adapters/documents/subjectKeys';
import { createMailboxStore } from '../../adapters/mail/mailboxStore';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createMongoPeople } from '../../adapters/mongo/people';
import { createMongoProjections } from '../../adapters/mongo/projections';
import { createMongoSessions } from '../../adapters/mongo/sessions';
import { createMongoTokens } from '../../adapters/mongo/tokens';
import { createFolderPacks } from '../../adapters/packs/folderPacks';
import type { Entry } from '../../domain/journal/entry';
import type { Connected } from '../config';
import { readKey } from '../keys';
import { newId } from '../newId';
import { openDatabase } from './database';
import { composeProofs } from './proofs';

type Store =
  | 'journal'
  | 'projections'
  | 'checkpoints'
  | 'proofs'
  | 'documents'
  | 'people'
  | 'tokens'
  | 'sessions'
  | 'keptForms'
  | 'keptPacks'
  | 'links'
  | 'recipients'
  | 'webhookSecrets';

/** The ports that stand on the database, and chance and time. */
export type Stores = Pick<Ports, Store | 'now' | 'newId' | 'newNonce'> & {
  /** For mails that stay, be a relay set or not. */
  caughtMails: CatchStore;
};

const NONCE_BYTES = 32;

/** Everything that is kept. `onAppended` is told of what this process itself writes. */
export async function composeStores(config: Connected, onAppended?: (entry: Entry) => void) {
  const database = await openDatabase(config);
  const { db } = database;
  const now = () => new Date();
  const journal = await createMongoJournal(db, {
    now,
    macKey: readKey(config.keysFolder, 'journal-mac'),
    newSalt: () => randomBytes(32).toString('hex'),
    ...(onAppended && { onAppended }),
  });
  const proofs = await composeProofs(config, db, journal);
  const projections = await createMongoProjections(db, journal);
  const subjectKeys = createSubjectKeys(db, await openKeyRing(config.dataFolder));
  const membersOf = async (orgId: string) => (await projections.read(orgId, 'organisation', orgId))?.members ?? [];
  const [documents, newIdNow] = [await createMongoDocuments(db, subjectKeys), () => newId(now())];
  const stores: Stores = {
    journal,
    projections,
    checkpoints: proofs.heads,
    proofs,
    documents,
    caughtMails: await createMailboxStore(db, { keys: subjectKeys, documents, newId: newIdNow, now }),
    links: await createMongoLinks(db, subjectKeys),
    recipients: await createMongoRecipients(db, subjectKeys),
    webhookSecrets: await createMongoWebhookSecrets(db, subjectKeys),
    people: await createMongoPeople(db, membersOf),
    tokens: await createMongoTokens(db),
    sessions: await createMongoSessions(db),
    keptPacks: createFolderPacks(config.packsFolder),
    keptForms: await createMongoKeptForms(db, now),
    now,
    newId: newIdNow,
    newNonce: () => randomBytes(NONCE_BYTES).toString('hex'),
  };
  return { stores, database };
}
