import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openKeyRing } from '../../adapters/documents/keyRing';
import { createMongoRecipients } from '../../adapters/documents/recipients';
import { createSubjectKeys } from '../../adapters/documents/subjectKeys';
import { TOGETHER } from '../../domain/controllerCase/recipients';
import { allOf } from '../fakes/allOf';
import { list as facts } from '../fakes/caseStory';
import { dueNow } from '../fakes/dueNow';
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
    /** The first batch, claimed. */
    const claimed = async (until = LATER) => {
      const [batch] = await dueNow(recipients, [ORG, listId], NOW, 1);
      if (batch === undefined || !(await recipients.claim(ORG, listId, batch, until))) throw new Error('not claimed');
      return batch;
    };
    return { recipients, listId, caseId, claimed };
  }

  it('are seen once their list is complete, by its organisation and case alone', async () => {
    const { recipients, listId, caseId } = await begun();
    expect(await recipients.find(ORG, listId)).toMatchObject({ listId, count: 3 });
    expect(await recipients.ofCase(ORG, caseId)).toHaveLength(1);
    expect(await recipients.find('org-b', listId)).toBeNull();
    expect(await recipients.ofCase('org-b', caseId)).toEqual([]);
    expect(await dueNow(recipients, ['org-b', listId], NOW, 10)).toEqual([]);
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

  it('come as they were given, by the batch', async () => {
    const { recipients, listId } = await begun(TOGETHER + 2);
    const due = await dueNow(recipients, [ORG, listId], NOW, 2);
    const all = due.flatMap((batch) => batch.recipients).toSorted((a, b) => a.n - b.n);
    expect(all).toEqual(Array.from({ length: TOGETHER + 2 }, (_, i) => ({ n: i + 1, recipient: person(i + 1) })));
    expect(due.map((batch) => batch.recipients.length).toSorted()).toEqual([TOGETHER, 2].toSorted());
    expect(await dueNow(recipients, [ORG, listId], NOW, 1)).toHaveLength(1);
    await expect(recipients.add(ORG, listId, TOGETHER + 3, [person(1)])).rejects.toThrow(RangeError);
  });

  it('are claimed by one of many', async () => {
    const { recipients, listId } = await begun(TOGETHER + 2);
    const [batch, other] = await dueNow(recipients, [ORG, listId], NOW, 2);
    if (batch === undefined || other === undefined) throw new Error('two batches are due');
    expect(await recipients.claim('org-b', listId, batch, LATER)).toBe(false);
    const claims = await Promise.all(Array.from({ length: 12 }, () => recipients.claim(ORG, listId, batch, LATER)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await dueNow(recipients, [ORG, listId], LATER, 10)).toEqual([other]);
    expect((await recipients.progress(ORG, listId)).leaving).toBe(batch.recipients.length);
    expect(await recipients.claim(ORG, listId, { ...other, batch: 9 }, LATER)).toBe(false);
  });

  it('are each counted where they stand; who waits again is due then, with those before left alone', async () => {
    const { recipients, listId, claimed } = await begun(4);
    await recipients.settle(ORG, listId, await claimed(), ['sent', 'waiting', 'refused', 'waiting'], LATER);
    const none = { leaving: 0, unknown: 0, bounced: 0, letters: 0 };
    expect(await recipients.progress(ORG, listId)).toEqual({ ...none, waiting: 2, sent: 1, refused: 1 });
    expect(await dueNow(recipients, [ORG, listId], NOW, 10)).toEqual([]);
    const [again] = await dueNow(recipients, [ORG, listId], LATER, 10);
    expect(again).toMatchObject({ tries: 1, recipients: [{ n: 2 }, { n: 4 }] });
  });

  it('whose claim is over are unknown, and never due again; who outlived it is not believed', async () => {
    const { recipients, listId, claimed } = await begun(4);
    const batch = await claimed(NOW);
    await recipients.lapse('org-b', listId, LATER);
    expect((await recipients.progress(ORG, listId)).leaving).toBe(4);
    await recipients.lapse(ORG, listId, NOW);
    await recipients.settle(ORG, listId, batch, ['sent', 'sent', 'sent', 'waiting'], NOW);
    expect(await recipients.progress(ORG, listId)).toMatchObject({ unknown: 4, sent: 0, leaving: 0 });
    expect(await dueNow(recipients, [ORG, listId], LATER, 10)).toEqual([]);
  });

  it('are next due when the first of them may be tried, or its claim ends; nobody is once all are settled', async () => {
    const { recipients, listId, claimed } = await begun();
    expect((await recipients.nextAt(ORG, listId))?.getTime()).toBe(0);
    expect(await recipients.nextAt('org-b', listId)).toBeNull();
    const batch = await claimed(LATER);
    expect(await recipients.nextAt(ORG, listId)).toEqual(LATER);
    await recipients.settle(ORG, listId, batch, ['sent', 'waiting', 'refused'], NOW);
    expect(await recipients.nextAt(ORG, listId)).toEqual(NOW);
    const [again] = await dueNow(recipients, [ORG, listId], NOW, 1);
    if (again === undefined || !(await recipients.claim(ORG, listId, again, LATER))) throw new Error('not claimed');
    await recipients.settle(ORG, listId, again, ['unknown'], NOW);
    expect(await recipients.nextAt(ORG, listId)).toBeNull();
    expect(await recipients.nextAt(ORG, randomUUID())).toBeNull();
  });

  it('whom only a letter reaches are never tried by mail, come in order, and are counted apart', async () => {
    const recipients = await open();
    const listId = randomUUID();
    await recipients.begin(ORG, listId, LATER);
    const byPost = (n: number) => ({ email: null, name: `P ${n}`, language: null, postal: [`P ${n}`, 'rue', 'ville'] });
    const rows = Array.from({ length: TOGETHER + 4 }, (_, n) => (n % 2 === 0 ? person(n) : byPost(n)));
    await recipients.add(ORG, listId, 1, rows);
    const last = Array.from({ length: 2 }, (_, n) => byPost(100 + n));
    await recipients.add(ORG, listId, 2 * TOGETHER + 1, last);
    await recipients.complete(ORG, `key-${listId}`, { ...facts, listId, caseId: randomUUID(), count: TOGETHER + 6 });
    const letters = await allOf(recipients.letters(ORG, listId));
    const names = letters.map(({ name }) => name);
    expect(letters.map(({ postal }) => postal)).toEqual(names.map((name) => [name, 'rue', 'ville']));
    expect(names).toEqual([...rows, ...last].flatMap(({ email, name }) => (email === null ? [name] : [])));
    for (const isMeant of [false, true]) {
      const reached = await allOf(recipients.reached(ORG, listId, { waiting: false, letters: isMeant }));
      expect(reached.map(({ name }) => name).toSorted()).toEqual(isMeant ? names.toSorted() : []);
    }
    const due = await dueNow(recipients, [ORG, listId], NOW, 10);
    expect(due).toHaveLength(2); // of the third nobody waits for a mail
    expect(due.flatMap((batch) => batch.recipients.map(({ recipient }) => recipient.email))).not.toContain(null);
    expect(await recipients.progress(ORG, listId)).toMatchObject({ waiting: TOGETHER / 2 + 2, letters: names.length });
    await recipients.accept(ORG, listId);
    await recipients.forget(ORG, listId);
    expect(await allOf(recipients.letters(ORG, listId))).toEqual([]);
    expect(await recipients.progress(ORG, listId)).toMatchObject({ letters: names.length });
  });

  it('keep when somebody claimed them first', async () => {
    const { recipients, listId } = await begun();
    const [batch] = await dueNow(recipients, [ORG, listId], NOW, 1);
    if (batch === undefined) throw new Error('one batch is due');
    expect(batch.begunAt).toBeNull();
    await recipients.claim(ORG, listId, { ...batch, begunAt: NOW }, LATER);
    await recipients.settle(ORG, listId, batch, ['waiting', 'waiting', 'waiting'], LATER);
    expect(await dueNow(recipients, [ORG, listId], LATER, 1)).toMatchObject([{ begunAt: NOW }]);
  });

  it('were reached, or may have been, unless they were refused; of a list that is gone nobody was', async () => {
    const { recipients, listId, claimed } = await begun(4);
    const reached = async (orgId: string, waiting: boolean) => {
      const all = await allOf(recipients.reached(orgId, listId, { waiting, letters: false }));
      return all.map(({ email }) => Number(/\d+/.exec(email ?? '')?.[0]));
    };
    expect(await reached(ORG, false)).toEqual([]);
    expect(await reached(ORG, true)).toEqual([1, 2, 3, 4]);
    const batch = await claimed();
    expect(await reached(ORG, false)).toEqual([1, 2, 3, 4]);
    await recipients.settle(ORG, listId, batch, ['sent', 'refused', 'unknown', 'waiting'], LATER);
    expect(await reached(ORG, false)).toEqual([1, 3]);
    expect(await reached(ORG, true)).toEqual([1, 3, 4]);
    expect(await reached('org-b', true)).toEqual([]);
    await recipients.accept(ORG, listId);
    await recipients.forget(ORG, listId);
    expect(await reached(ORG, true)).toEqual([]);
  });

  it('come back once, and only who was sent to; what comes meanwhile stands', async () => {
    const { recipients, listId, claimed } = await begun();
    await recipients.settle(ORG, listId, await claimed(), ['sent', 'waiting', 'refused'], NOW);
    const [again] = await dueNow(recipients, [ORG, listId], NOW, 1);
    expect(await recipients.bounce('org-b', listId, 1)).toBe(false);
    expect(await recipients.bounce(ORG, listId, 1)).toBe(true);
    expect(await recipients.bounce(ORG, listId, 1)).toBe(false);
    for (const n of [2, 3, 99]) expect(await recipients.bounce(ORG, listId, n)).toBe(false);
    if (again === undefined || !(await recipients.claim(ORG, listId, again, LATER))) throw new Error('not claimed');
    await recipients.settle(ORG, listId, again, ['sent'], NOW);
    expect(await recipients.progress(ORG, listId)).toMatchObject({ sent: 2, refused: 1, bounced: 1 });
  });

  it('go when nobody accepts them in time; an accepted list stays', async () => {
    const [late, kept] = [await begun(), await begun()];
    await kept.recipients.accept(ORG, kept.listId);
    for (const { recipients } of [late, kept]) await recipients.forgetExpired(ORG, LATER);
    expect(await late.recipients.find(ORG, late.listId)).toBeNull();
    expect(await late.recipients.ofCase(ORG, late.caseId)).toEqual([]);
    expect(await dueNow(kept.recipients, [ORG, kept.listId], NOW, 10)).toMatchObject([{ recipients: [{}, {}, {}] }]);
    const ids = async (orgId: string) => (await kept.recipients.kept(orgId)).map(({ listId }) => listId);
    expect(await ids(ORG)).toContain(kept.listId);
    expect(await ids(ORG)).not.toContain(late.listId);
    expect(await ids('org-b')).toEqual([]);
  });

  it('that are forgotten leave their counts', async () => {
    const { recipients, listId, caseId, claimed } = await begun();
    await recipients.accept(ORG, listId);
    await recipients.settle(ORG, listId, await claimed(), ['sent', 'waiting', 'waiting'], LATER);
    await recipients.forget(ORG, listId);
    await recipients.forget(ORG, listId);
    expect(await dueNow(recipients, [ORG, listId], NOW, 10)).toEqual([]);
    expect(await recipients.find(ORG, listId)).toBeNull();
    expect(await recipients.ofCase(ORG, caseId)).toMatchObject([{ count: 3 }]);
    expect((await recipients.kept(ORG)).filter((one) => one.listId === listId)).toEqual([]);
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
