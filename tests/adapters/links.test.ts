import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openKeyRing } from '../../adapters/documents/keyRing';
import { createMongoLinks } from '../../adapters/documents/links';
import { createSubjectKeys } from '../../adapters/documents/subjectKeys';
import { createMemoryLinks } from '../fakes/memoryLinks';
import { startMongo } from '../fakes/servers';

const ORG = 'org-a';
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

let subjects = 0;
const newSubject = () => `notice-${(subjects += 1)}`;

const openReal = async () => ({
  links: await createMongoLinks(mongo.db, createSubjectKeys(mongo.db, await openKeyRing(folder))),
});
const openFake = async () => ({ links: createMemoryLinks() });

describe.each([
  ['MongoDB', openReal],
  ['fake', openFake],
])('guest links (%s)', (_name, open) => {
  it('are the same for one notice and contact ever after, and differ for each contact', async () => {
    const { links } = await open();
    const notice = newSubject();
    const tokens = await Promise.all([1, 2, 3, 4].map(() => links.issue(ORG, notice, 'c1')));
    expect(new Set(tokens).size).toBe(1);
    expect(await links.issue(ORG, notice, 'c2')).not.toBe(tokens[0]);
    expect(tokens[0]).toMatch(/^[\w-]{43}$/);
  });

  it('lead to their notice and contact, and tell when they end', async () => {
    const { links } = await open();
    const notice = newSubject();
    const token = await links.issue(ORG, notice, 'c1');
    expect(await links.find(token)).toEqual({ orgId: ORG, noticeId: notice, contactId: 'c1', expiresAt: null });
    await links.expire(ORG, notice, '2026-05-01T00:00:00Z');
    expect((await links.find(token))?.expiresAt).toBe('2026-05-01T00:00:00Z');
  });

  it('renewed, open under another token with an end of their own; the old one opens nothing', async () => {
    const { links } = await open();
    const notice = newSubject();
    const old = await links.issue(ORG, notice, 'c1');
    const young = await links.renew(ORG, notice, 'c1', '2026-06-09T08:00:00.000Z');
    expect(await links.find(old)).toBeNull();
    expect(await links.find(young)).toEqual({
      orgId: ORG,
      noticeId: notice,
      contactId: 'c1',
      expiresAt: '2026-06-09T08:00:00.000Z',
    });
    expect(await links.issue(ORG, notice, 'c1')).toBe(young);
  });

  it('replaced by several at once, are replaced by one of them; a token that nobody has, by none', async () => {
    const { links } = await open();
    const notice = newSubject();
    const old = await links.issue(ORG, notice, 'c1');
    const until = '2026-06-09T08:00:00.000Z';
    const made = await Promise.all([1, 2, 3, 4].map(() => links.replace(old, until)));
    const [young, ...more] = made.filter((token) => token !== null);
    expect(more).toEqual([]);
    expect([await links.find(old), await links.find(young ?? '')]).toEqual([
      null,
      { orgId: ORG, noticeId: notice, contactId: 'c1', expiresAt: until },
    ]);
    expect(await links.issue(ORG, notice, 'c1')).toBe(young);
    expect(await links.replace('A'.repeat(43), until)).toBeNull();
  });

  it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(43)}=`])('know nothing of %j', async (token) => {
    expect(await (await open()).links.find(token)).toBeNull();
  });
});

describe('in the database', () => {
  it('a link that an older version wrote opens, and is renewed in one step', async () => {
    const { links } = await openReal();
    const notice = newSubject();
    const old = await links.issue(ORG, notice, 'c1');
    const rows = mongo.db.collection<{ _id: string; hash?: string; noticeId: string }>('guestLinks', {
      promoteBuffers: true,
    });
    const row = await rows.findOne({ noticeId: notice });
    const { hash = '', ...rest } = row ?? { _id: '', noticeId: notice };
    await rows.deleteOne({ noticeId: notice });
    await rows.insertOne({ ...rest, _id: hash }); // as it was written before: the hash was the id
    expect((await links.find(old))?.contactId).toBe('c1');
    expect(await links.issue(ORG, notice, 'c1')).toBe(old);
    const young = (await links.replace(old, '2026-06-09T08:00:00.000Z')) ?? '';
    expect([await links.find(old), (await links.find(young))?.contactId]).toEqual([null, 'c1']);
  });

  it('of several who renew at once each leaves a link, and the last one opens', async () => {
    const { links } = await openReal();
    const notice = newSubject();
    const tokens = await Promise.all(
      [1, 2, 3, 4].map(() => links.renew(ORG, notice, 'c1', '2026-06-09T08:00:00.000Z')),
    );
    const opening = (await Promise.all(tokens.map((token) => links.find(token)))).filter((link) => link !== null);
    expect(opening).toHaveLength(1);
  });
});
