import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoDocuments } from '../../adapters/documents/documents';
import { KEY_RING_FILE, openKeyRing } from '../../adapters/documents/keyRing';
import { createMongoLinks } from '../../adapters/documents/links';
import { createSubjectKeys, SubjectForgotten } from '../../adapters/documents/subjectKeys';
import { createMemoryDocuments } from '../fakes/memoryDocuments';
import { startMongo } from '../fakes/servers';

const ORG = 'org-a';
const raw = { address: 'dpo@val-temoin.example', mediaType: 'message/rfc822', bytes: Buffer.from('Réf. AV-1\r\n') };

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

async function openReal() {
  const keys = createSubjectKeys(mongo.db, await openKeyRing(folder));
  return { documents: await createMongoDocuments(mongo.db, keys), links: await createMongoLinks(mongo.db, keys) };
}

const openFake = async () => ({ documents: createMemoryDocuments() });

describe.each([
  ['MongoDB', openReal],
  ['fake', openFake],
])('stored documents (%s)', (_name, open) => {
  it('come back byte for byte, with their address, under the SHA-256 of their bytes', async () => {
    const { documents } = await open();
    const subject = newSubject();
    const id = await documents.put(ORG, subject, raw);
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(await documents.get(ORG, subject, id)).toEqual(raw);
  });

  it('of one act are stored together, also where one of them is stored already', async () => {
    const { documents } = await open();
    const [subject, second] = [newSubject(), { ...raw, bytes: Buffer.from('the same letter as PDF') }];
    await documents.put(ORG, subject, raw);
    const ids = await documents.putAll(ORG, subject, [raw, second]);
    expect(await Promise.all(ids.map((id) => documents.get(ORG, subject, id)))).toEqual([raw, second]);
  });

  it('are stored once: the same bytes again are the same document', async () => {
    const { documents } = await open();
    const subject = newSubject();
    const ids = await Promise.all([1, 2, 3].map(() => documents.put(ORG, subject, raw)));
    expect(new Set(ids).size).toBe(1);
  });

  it('refuse the same bytes for another address', async () => {
    const { documents } = await open();
    const subject = newSubject();
    await documents.put(ORG, subject, raw);
    await expect(documents.put(ORG, subject, { ...raw, address: 'other@else.example' })).rejects.toThrow(
      'two addresses',
    );
  });

  it('are not seen from another organisation or subject', async () => {
    const { documents } = await open();
    const [subject, other] = [newSubject(), newSubject()];
    const id = await documents.put(ORG, subject, raw);
    expect(await documents.get('org-b', subject, id)).toBeNull();
    expect(await documents.get(ORG, other, id)).toBeNull();
  });

  it('that are lodged go once their time is over, but for those that are settled, named or lodged again', async () => {
    const { documents } = await open();
    const [org, subject] = [`org-${newSubject()}`, newSubject()];
    const [early, late] = [new Date('2026-03-28T03:00:00Z'), new Date('2026-03-28T04:00:00Z')];
    const lodge = (text: string, until = early) =>
      documents.lodge(org, subject, { ...raw, bytes: Buffer.from(text) }, until);
    const [left, settled, named, again] = [
      await lodge('left'),
      await lodge('settled'),
      await lodge('named'),
      await lodge('again'),
    ];
    const there = async () =>
      (await Promise.all([left, settled, named, again].map((id) => documents.get(org, subject, id)))).map(
        (one) => !!one,
      );
    await documents.settle(org, subject, settled);
    expect(await lodge('again', late)).toBe(again);
    expect(await lodge('settled', early)).toBe(settled); // it stays: an entry names it already
    const asked: string[] = [];
    const sweep = (now: Date, limit = 10) =>
      documents.sweep(org, now, limit, async (of, id) => {
        asked.push(of, id);
        return id === named;
      });
    await sweep(new Date(early.getTime() - 1));
    await documents.sweep('another', late, 10, async () => false);
    expect([asked, await there()]).toEqual([[], [true, true, true, true]]);
    await sweep(early, 1);
    expect(asked).toHaveLength(2);
    await sweep(early);
    expect(await there()).toEqual([false, true, true, true]);
    await sweep(late);
    await sweep(late);
    expect(await there()).toEqual([false, true, true, false]);
    expect(asked.filter((id) => id === named)).toHaveLength(1);
  });

  it('can go one by one', async () => {
    const { documents } = await open();
    const subject = newSubject();
    const [gone, kept] = await documents.putAll(ORG, subject, [raw, { ...raw, bytes: Buffer.from('another') }]);
    await documents.discard(ORG, subject, gone);
    expect(await documents.get(ORG, subject, gone)).toBeNull();
    expect(await documents.get(ORG, subject, kept)).not.toBeNull();
  });

  it('are gone once they are discarded, and what is stored later can be read', async () => {
    const { documents } = await open();
    const [subject, other] = [newSubject(), newSubject()];
    const id = await documents.put(ORG, subject, raw);
    const kept = await documents.put(ORG, other, raw);
    await documents.discard(ORG, subject);
    expect(await documents.get(ORG, subject, id)).toBeNull();
    expect(await documents.get(ORG, other, kept)).toEqual(raw);
    await documents.put(ORG, subject, raw);
    expect(await documents.get(ORG, subject, id)).toEqual(raw);
  });

  it('can never be read again once their subject is forgotten, and nothing new is stored for it', async () => {
    const { documents } = await open();
    const [subject, other] = [newSubject(), newSubject()];
    const id = await documents.put(ORG, subject, raw);
    const kept = await documents.put(ORG, other, raw);
    await documents.forget(ORG, subject);
    expect(await documents.get(ORG, subject, id)).toBeNull();
    expect(await documents.get(ORG, other, kept)).toEqual(raw);
    await expect(documents.put(ORG, subject, raw)).rejects.toThrow('erased');
  });
});

describe('what lies in the database', () => {
  it('shows no text, no address and no token', async () => {
    const { documents, links } = await openReal();
    const subject = newSubject();
    await documents.put(ORG, subject, raw);
    const token = await links.issue(ORG, subject, 'c1');
    const names = ['documents', 'subjectKeys', 'guestLinks'];
    const rows = await Promise.all(
      names.map((name) => mongo.db.collection(name).find({ subjectId: subject }).toArray()),
    );
    const text = JSON.stringify([
      ...rows,
      await mongo.db.collection('guestLinks').find({ noticeId: subject }).toArray(),
    ]);
    const base64 = (value: string) => Buffer.from(value).toString('base64').slice(0, 12);
    expect(rows.flat()).toHaveLength(2);
    for (const secret of ['val-temoin', 'AV-1', token]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(base64(secret));
    }
  });

  it('is read by another process, and refused when one bit has moved or it was put in the place of another', async () => {
    const { documents } = await openReal();
    const subject = newSubject();
    const id = await documents.put(ORG, subject, raw);
    expect(await (await openReal()).documents.get(ORG, subject, id)).toEqual(raw);
    const rows = mongo.db.collection<{ subjectId: string; documentId: string; box: Buffer }>('documents', {
      promoteBuffers: true,
    });
    const other = await documents.put(ORG, subject, { ...raw, bytes: Buffer.from('other') });
    const [box, otherBox] = await Promise.all(
      [id, other].map(async (documentId) => (await rows.findOne({ subjectId: subject, documentId }))?.box),
    );
    const flipped = Buffer.from(box ?? '');
    flipped[20] = (flipped[20] ?? 0) ^ 1;
    for (const bad of [flipped, otherBox ?? Buffer.of()]) {
      await rows.updateOne({ subjectId: subject, documentId: id }, { $set: { box: bad } });
      await expect((await openReal()).documents.get(ORG, subject, id)).rejects.toThrow();
    }
  });

  it('makes a link of a forgotten notice lead nowhere', async () => {
    const { documents, links } = await openReal();
    const notice = newSubject();
    const token = await links.issue(ORG, notice, 'c1');
    await documents.forget(ORG, notice);
    expect(await links.find(token)).toBeNull();
    await expect(links.issue(ORG, notice, 'c1')).rejects.toThrow(SubjectForgotten);
  });
});

describe('the key ring', () => {
  it('is made once, readable by its owner alone, whoever starts first', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'vigie-ring-'));
    const rings = await Promise.all([1, 2, 3, 4].map(() => openKeyRing(fresh)));
    const wrapped = rings[0]?.wrap(Buffer.alloc(32, 7), 'place');
    expect(wrapped && rings[3]?.unwrap(wrapped, 'place')).toEqual(Buffer.alloc(32, 7));
    expect((await stat(join(fresh, KEY_RING_FILE))).mode & 0o777).toBe(0o600);
    const before = await readFile(join(fresh, KEY_RING_FILE), 'utf8');
    await openKeyRing(fresh);
    expect(await readFile(join(fresh, KEY_RING_FILE), 'utf8')).toBe(before);
    await rm(fresh, { recursive: true });
  });

  it('does not open a key in the place of another', async () => {
    const ring = await openKeyRing(folder);
    const wrapped = ring.wrap(Buffer.alloc(32, 7), 'org-a/n1');
    expect(() => ring.unwrap(wrapped, 'org-b/n1')).toThrow();
  });
});
