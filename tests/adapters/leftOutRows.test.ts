import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openKeyRing } from '../../adapters/documents/keyRing';
import { createMongoRecipients } from '../../adapters/documents/recipients';
import { createSubjectKeys } from '../../adapters/documents/subjectKeys';
import { allOf } from '../fakes/allOf';
import { createMemoryRecipients } from '../fakes/memoryRecipients';
import { startMongo } from '../fakes/servers';

const ORG = 'org-a';
const LATER = new Date('2026-03-10T15:00:00.000Z');
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

const openReal = async () => createMongoRecipients(mongo.db, createSubjectKeys(mongo.db, await openKeyRing(folder)));

it.each([
  ['MongoDB', openReal],
  ['fake', async () => createMemoryRecipients()],
])(
  'rows that were left out come in order, to their organisation, as long as their list is known (%s)',
  async (_name, open) => {
    const recipients = await open();
    const [gone, kept] = [randomUUID(), randomUUID()];
    const left = [2, 3, 5].map((line) => ({ line, reason: 'emailInvalid' as const }));
    for (const listId of [gone, kept]) {
      await recipients.begin(ORG, listId, LATER);
      await recipients.leaveOut(ORG, listId, 0, left.slice(0, 2));
      await recipients.leaveOut(ORG, listId, 1, left.slice(2));
      expect(await allOf(recipients.leftOut(ORG, listId))).toEqual(left);
      expect(await allOf(recipients.leftOut('org-b', listId))).toEqual([]);
    }
    await recipients.accept(ORG, kept);
    for (const listId of [gone, kept]) await recipients.forget(ORG, listId);
    expect(await allOf(recipients.leftOut(ORG, gone))).toEqual([]);
    expect(await allOf(recipients.leftOut(ORG, kept))).toEqual(left);
  },
);
