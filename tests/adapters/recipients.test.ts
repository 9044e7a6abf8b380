import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openKeyRing } from '../../adapters/documents/keyRing';
import { createMongoRecipients } from '../../adapters/documents/recipients';
import { createSubjectKeys } from '../../adapters/documents/subjectKeys';
import { list as facts } from '../fakes/caseStory';
import { createMemoryRecipients } from '../fakes/memoryRecipients';
import { startMongo } from '../fakes/servers';

const ORG = 'org-a';
const NOW = new Date('2026-03-10T14:00:00.000Z');
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
const openFake = async () => createMemoryRecipients();
const person = (n: number) => ({
  email: `secret-${n}@b.example`,
  name: n === 1 ? 'Ann' : null,
  language: 'fr' as const,
});

describe.each([
  ['MongoDB', openReal],
  ['fake', openFake],
])('recipients (%s)', (_name, open) => {
  async function begun(count = 3) {
    const recipients = await open();
    const listId = randomUUID();
    const caseId = randomUUID();
    await recipients.begin(ORG, listId, LATER);
    await recipients.add(
      ORG,
      listId,
      1,
      Array.from({ length: count }, (_, index) => person(index + 1)),
    );
    expect(await recipients.complete(ORG, `key-${listId}`, { ...facts, listId, caseId, count })).toBe(true);
    return { recipients, listId, caseId };
  }

  it('are seen once their list is complete, by its organisation and case alone', async () => {
    const { recipients, listId, caseId } = await begun();
    expect(await recipients.find(ORG, listId)).toMatchObject({ listId, count: 3 });
    expect(await recipients.ofCase(ORG, caseId)).toHaveLength(1);
    expect(await recipients.find('org-b', listId)).toBeNull();
    expect(await recipients.ofCase('org-b', caseId)).toEqual([]);
    expect(await recipients.due('org-b', listId, NOW, 10)).toEqual([]);
    const half = randomUUID();
    await recipients.begin(ORG, half, LATER);
    expect(await recipients.find(ORG, half)).toBeNull();
  });

  it('are one list under one key', async () => {
    const { recipients, listId, caseId } = await begun();
    const other = randomUUID();
    await recipients.begin(ORG, other, LATER);
    expect(await recipients.complete(ORG, `key-${listId}`, { ...facts, listId: other, caseId })).toBe(false);
    expect(await recipients.byKey(ORG, `key-${listId}`)).toMatchObject({ listId });
    expect(await recipients.byKey('org-b', `key-${listId}`)).toBeNull();
  });

  it('come in the order of their numbers, as they were given', async () => {
    const { recipients, listId } = await begun();
    const due = await recipients.due(ORG, listId, NOW, 2);
    expect(due).toEqual([
      { n: 1, tries: 0, recipient: person(1) },
      { n: 2, tries: 0, recipient: person(2) },
    ]);
  });

  it('are claimed by one of many', async () => {
    const { recipients, listId } = await begun();
    const claims = await Promise.all(Array.from({ length: 12 }, () => recipients.claim(ORG, listId, 2, LATER)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect((await recipients.due(ORG, listId, NOW, 10)).map(({ n }) => n)).toEqual([1, 3]);
    expect(await recipients.claim(ORG, listId, 9, LATER)).toBe(false);
    expect(await recipients.claim('org-b', listId, 1, LATER)).toBe(false);
  });

  it('are each counted where they stand; a lease that is over is unknown, and never due again', async () => {
    const { recipients, listId } = await begun(4);
    for (const n of [1, 2, 3]) await recipients.claim(ORG, listId, n, NOW);
    await recipients.settle(ORG, listId, 1, { state: 'sent' });
    await recipients.settle(ORG, listId, 2, { state: 'waiting', retryAt: LATER });
    await recipients.lapse(ORG, listId, NOW);
    const none = { leaving: 0, refused: 0, bounced: 0 };
    expect(await recipients.progress(ORG, listId)).toEqual({ ...none, waiting: 2, sent: 1, unknown: 1 });
    expect((await recipients.due(ORG, listId, NOW, 10)).map(({ n }) => n)).toEqual([4]);
    expect((await recipients.due(ORG, listId, LATER, 10)).map(({ n, tries }) => [n, tries])).toEqual([
      [2, 1],
      [4, 0],
    ]);
    await recipients.settle(ORG, listId, 3, { state: 'sent' }); // who outlived its lease is not believed
    expect((await recipients.progress(ORG, listId)).unknown).toBe(1);
  });

  it('come back once, and only who was sent to', async () => {
    const { recipients, listId } = await begun();
    await recipients.claim(ORG, listId, 1, LATER);
    await recipients.settle(ORG, listId, 1, { state: 'sent' });
    expect(await recipients.bounce(ORG, listId, 1)).toBe(true);
    expect(await recipients.bounce(ORG, listId, 1)).toBe(false);
    expect(await recipients.bounce(ORG, listId, 2)).toBe(false);
    expect(await recipients.progress(ORG, listId)).toMatchObject({ sent: 1, bounced: 1 });
  });

  it('go when nobody accepts them in time; an accepted list stays', async () => {
    const [late, kept] = [await begun(), await begun()];
    await kept.recipients.accept(ORG, kept.listId);
    for (const { recipients } of [late, kept]) await recipients.forgetExpired(ORG, LATER);
    expect(await late.recipients.find(ORG, late.listId)).toBeNull();
    expect(await late.recipients.ofCase(ORG, late.caseId)).toEqual([]);
    expect(await kept.recipients.due(ORG, kept.listId, NOW, 10)).toHaveLength(3);
  });

  it('that are forgotten leave their counts', async () => {
    const { recipients, listId, caseId } = await begun();
    await recipients.accept(ORG, listId);
    await recipients.claim(ORG, listId, 1, LATER);
    await recipients.settle(ORG, listId, 1, { state: 'sent' });
    await recipients.forget(ORG, listId);
    await recipients.forget(ORG, listId);
    expect(await recipients.due(ORG, listId, NOW, 10)).toEqual([]);
    expect(await recipients.find(ORG, listId)).toBeNull();
    expect(await recipients.ofCase(ORG, caseId)).toMatchObject([{ count: 3 }]);
    expect(await recipients.progress(ORG, listId)).toMatchObject({ sent: 1, waiting: 2 });
  });
});

it('no address, name or hash of one lies readable in the database', async () => {
  const recipients = await openReal();
  const listId = randomUUID();
  await recipients.begin(ORG, listId, LATER);
  await recipients.add(ORG, listId, 1, [person(1)]);
  const rows = await mongo.db.collection('recipients').find({ listId }).toArray();
  expect(rows).toHaveLength(1);
  const boxes = rows.map((row) => Buffer.from((row['box'] as { buffer: Uint8Array }).buffer).toString('latin1'));
  const stored = JSON.stringify([rows, boxes]);
  expect(stored).not.toMatch(/secret|Ann|b\.example/);
});
