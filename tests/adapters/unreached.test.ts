import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Recipients } from '../../application/ports/recipients';
import { openKeyRing } from '../../adapters/documents/keyRing';
import { createMongoRecipients } from '../../adapters/documents/recipients';
import { createSubjectKeys } from '../../adapters/documents/subjectKeys';
import { allOf } from '../fakes/allOf';
import { list as facts } from '../fakes/caseStory';
import { dueNow } from '../fakes/dueNow';
import { createMemoryRecipients } from '../fakes/memoryRecipients';
import { startMongo } from '../fakes/servers';

const ORG = 'org-a';
const NOW = new Date('2026-03-10T14:00:00.000Z');
let mongo: Awaited<ReturnType<typeof startMongo>>;
let folder: string;
beforeAll(async () => {
  mongo = await startMongo();
  folder = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
});
afterAll(async () => {
  await mongo.stop();
  await rm(folder, { recursive: true, force: true });
});

const person = (n: number) => ({ email: `p${n}@b.example`, name: null, language: null });

const STORES: [string, () => Promise<Recipients>][] = [
  ['MongoDB', async () => createMongoRecipients(mongo.db, createSubjectKeys(mongo.db, await openKeyRing(folder)))],
  ['fake', async () => createMemoryRecipients()],
];

it.each(STORES)(
  'whom mails did not reach are named with why, and whose mail came back counts as reached no more (%s)',
  async (_name, open) => {
    const recipients = await open();
    const listId = randomUUID();
    await recipients.begin(ORG, listId, NOW);
    await recipients.add(ORG, listId, 1, [1, 2, 3, 4].map(person));
    await recipients.complete(ORG, `key-${listId}`, { ...facts, listId, caseId: randomUUID(), count: 4 });
    const [batch] = await dueNow(recipients, [ORG, listId], NOW, 1);
    if (batch === undefined || !(await recipients.claim(ORG, listId, batch, NOW))) throw new Error('not claimed');
    await recipients.settle(ORG, listId, batch, ['sent', 'refused', 'unknown', 'sent'], NOW);
    await recipients.bounce(ORG, listId, 4);
    const unreached = (orgId: string) => allOf(recipients.unreached(orgId, listId));
    expect(await unreached(ORG)).toEqual([
      { recipient: person(2), why: 'refused' },
      { recipient: person(3), why: 'unknown' },
      { recipient: person(4), why: 'bounced' },
    ]);
    expect(await allOf(recipients.reached(ORG, listId, { waiting: true, letters: true }))).toEqual([
      person(1),
      person(3),
    ]);
    expect(await unreached('org-b')).toEqual([]);
    expect(await recipients.bounce(ORG, listId, 3)).toBe(true);
    expect(await recipients.progress(ORG, listId)).toMatchObject({ sent: 2, unknown: 1, bounced: 1 });
    await recipients.accept(ORG, listId);
    await recipients.forget(ORG, listId);
    expect(await unreached(ORG)).toEqual([]);
  },
);

it.each(STORES)(
  'a list has one secret for the names of its mails, no other list’s or organisation’s, and it goes with it (%s)',
  async (_name, open) => {
    const recipients = await open();
    const [listId, other] = [randomUUID(), randomUUID()];
    for (const id of [listId, other]) {
      await recipients.begin(ORG, id, NOW);
      await recipients.complete(ORG, `key-${id}`, { ...facts, listId: id, caseId: randomUUID(), count: 1 });
    }
    const secret = await recipients.secretOf(ORG, listId);
    expect(secret).toHaveLength(32);
    expect(await recipients.secretOf(ORG, listId)).toEqual(secret);
    expect(await recipients.secretOf(ORG, other)).not.toEqual(secret);
    expect(await recipients.secretOf('org-b', listId)).toBeNull();
    await recipients.accept(ORG, listId);
    await recipients.forget(ORG, listId);
    expect(await recipients.secretOf(ORG, listId)).toBeNull();
  },
);
