import { randomBytes, randomUUID } from 'node:crypto';
import type { Projections } from '../../application/ports/projections';
import type { Ports } from '../../application/ports/ports';
import { createMemoryPacks } from './memoryPacks';
import { createMemoryDocuments } from './memoryDocuments';
import { createMemoryJournal } from './memoryJournal';
import { createMemoryLinks } from './memoryLinks';
import { createMemoryRecipients } from './memoryRecipients';
import { readCsv } from '../../adapters/csv/readCsv';
import { writeXlsx } from '../../adapters/xlsx/writeXlsx';
import { createMemorySecrets, noCarriers } from './memoryCarriers';
import { createMemoryMailer } from './memoryMailer';
import { createMemoryPeople, createMemoryKeptForms, createMemorySessions, createMemoryTokens } from './memoryPeople';
import { createMemoryProjections } from './memoryProjections';
import { createMemoryProofs } from './memoryProofs';
import { plainTexts } from './plainTexts';

/** Every port in memory, for tests of who may enter; nothing in it but what the test founds. */
export function createMemoryHouse(now: () => Date = () => new Date()) {
  const journal = createMemoryJournal(now);
  const projections = createMemoryProjections(journal) as Projections;
  const proofs = createMemoryProofs(journal);
  const { mailer, mails } = createMemoryMailer();
  const ports: Ports = {
    journal,
    projections,
    checkpoints: proofs.heads,
    proofs,
    documents: createMemoryDocuments(),
    links: createMemoryLinks(),
    recipients: createMemoryRecipients(),
    readCsv,
    writeXlsx,
    people: createMemoryPeople(async (orgId) => (await projections.read(orgId, 'organisation', orgId))?.members ?? []),
    tokens: createMemoryTokens(),
    sessions: createMemorySessions(),
    keptForms: createMemoryKeptForms(),
    keptPacks: createMemoryPacks(),
    webhookSecrets: createMemorySecrets(),
    carriers: noCarriers(),
    mailer,
    relay: null,
    texts: plainTexts,
    settings: { publicUrl: 'https://vigie.example', mailDomain: 'slime.example' },
    now,
    newId: randomUUID,
    newNonce: () => randomBytes(32).toString('hex'),
  };
  return { ports, journal, proofs, mails };
}
