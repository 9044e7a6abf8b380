import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMongoDocuments } from '../../adapters/documents/documents';
import { createMongoKeptForms } from '../../adapters/documents/keptForms';
import { readCsv } from '../../adapters/csv/readCsv';
import { writeXlsx } from '../../adapters/xlsx/writeXlsx';
import { openKeyRing } from '../../adapters/documents/keyRing';
import { createMongoLinks } from '../../adapters/documents/links';
import { createMongoRecipients } from '../../adapters/documents/recipients';
import { createSubjectKeys } from '../../adapters/documents/subjectKeys';
import { createMongoWebhookSecrets } from '../../adapters/documents/webhookSecrets';
import { createMailboxStore } from '../../adapters/mail/mailboxStore';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createMongoPeople } from '../../adapters/mongo/people';
import { createMongoProjections } from '../../adapters/mongo/projections';
import { createMongoSessions } from '../../adapters/mongo/sessions';
import { createMongoTokens } from '../../adapters/mongo/tokens';
import { createOrganisation } from '../../application/organisation/createOrganisation';
import { addMember } from '../../application/people/addMember';
import { issueToken } from '../../application/people/issueToken';
import type { Context, Ports } from '../../application/ports/ports';
import type { Role } from '../../domain/shared/roles';
import { noCarriers } from './memoryCarriers';
import { createMemoryPacks } from './memoryPacks';
import { createMemoryMailer } from './memoryMailer';
import { createMemoryProofs } from './memoryProofs';
import { camille, contextOf, slime } from './organisations';
import { plainTexts } from './plainTexts';
import { startMongo } from './servers';

export const annex = (): object =>
  JSON.parse(readFileSync(join(__dirname, '../../fixtures/agreement-slime.json'), 'utf8'));

/** Real stores on the real database; mails, texts and signatures are kept in memory. */
export async function startRealHouse(now: () => Date = () => new Date(), { own = false } = {}) {
  const mongo = await startMongo({ own });
  const folder = await mkdtemp(join(tmpdir(), 'vigie-house-'));
  const journal = await createMongoJournal(mongo.db, {
    now,
    macKey: 'test',
    newSalt: () => randomBytes(32).toString('hex'),
  });
  const projections = await createMongoProjections(mongo.db, journal);
  const subjectKeys = createSubjectKeys(mongo.db, await openKeyRing(folder));
  const membersOf = async (orgId: string) => (await projections.read(orgId, 'organisation', orgId))?.members ?? [];
  const proofs = createMemoryProofs(journal);
  const { mailer, mails } = createMemoryMailer();
  const documents = await createMongoDocuments(mongo.db, subjectKeys);
  const mailbox = await createMailboxStore(mongo.db, { keys: subjectKeys, documents, newId: randomUUID, now });
  const ports: Ports = {
    journal,
    projections,
    checkpoints: proofs.heads,
    proofs,
    documents,
    links: await createMongoLinks(mongo.db, subjectKeys),
    recipients: await createMongoRecipients(mongo.db, subjectKeys),
    readCsv,
    writeXlsx,
    people: await createMongoPeople(mongo.db, membersOf),
    tokens: await createMongoTokens(mongo.db),
    sessions: await createMongoSessions(mongo.db),
    keptForms: await createMongoKeptForms(mongo.db, now),
    keptPacks: createMemoryPacks(),
    webhookSecrets: await createMongoWebhookSecrets(mongo.db, subjectKeys),
    carriers: noCarriers(),
    mailer,
    relay: null,
    texts: plainTexts,
    settings: { publicUrl: 'https://vigie.example', mailDomain: 'slime.example' },
    now,
    newId: randomUUID,
    newNonce: () => randomBytes(32).toString('hex'),
  };
  const stop = async () => {
    await mongo.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ports, proofs, mails, mailbox, db: mongo.db, pid: mongo.pid, stop };
}

/** An organisation of its own with one director, whose token is answered. */
export async function foundHouse(ports: Ports, roles: Role[] = ['O', 'IM', 'DPO', 'DIR']) {
  const orgId = ports.newId();
  const system: Context = { orgId, actor: { kind: 'system', id: 'test' }, roles: [], ports };
  must(await createOrganisation({ ctx: system, input: { key: 'first', ...slime } }));
  const { personId } = must(await addMember({ ctx: system, input: { key: 'member', roles, name: camille } }));
  const token = await tokenFor(system, { kind: 'person', id: personId }, roles);
  return { orgId, token, personId, director: await contextOf(ports, token) };
}

export async function tokenFor(
  ctx: Context,
  holder: { kind: 'person' | 'tool'; id: string },
  roles: Role[],
  livesMs = 3_600_000,
): Promise<string> {
  const expiresAt = new Date(ctx.ports.now().getTime() + livesMs).toISOString();
  const { secret } = must(await issueToken({ ctx, input: { key: randomUUID(), holder, roles, expiresAt } }));
  if (secret === null) throw new Error('no secret');
  return secret;
}

export function must<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
