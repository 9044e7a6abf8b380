import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoJournal } from '../../adapters/mongo/journal';
import type { EntryQuery, Journal, Standing } from '../../application/ports/journal';
import type { Entry, EntryDraft } from '../../domain/journal/entry';
import { createMemoryJournal } from '../fakes/memoryJournal';
import { startMongo } from '../fakes/servers';

const now = () => new Date('2026-03-27T09:20:01.000Z');
const settings = { now, macKey: 'test', newSalt: () => '00'.repeat(32) };
let mongo: Awaited<ReturnType<typeof startMongo>>;

beforeAll(async () => {
  mongo = await startMongo();
}, 30_000);
afterAll(() => mongo.stop(), 30_000);

const journals: { name: string; open(): Promise<Journal> }[] = [
  { name: 'the fake', open: async () => createMemoryJournal(now) },
  { name: 'SecantusDB', open: () => createMongoJournal(mongo.db, settings) },
  {
    name: 'SecantusDB, one write an organisation',
    open: () => createMongoJournal(mongo.db, { ...settings, batching: 'perOrganisation' }),
  },
];

const decision = (revision: number): Standing => ({ kind: 'decision', revision });
const addition = (revision: number): Standing => ({ kind: 'addition', revision });

function draft(orgId: string, key: string, request = key): EntryDraft {
  const at = '2026-03-27T09:20:00.000Z';
  const subject = { kind: 'notice', id: 'n1' } as const;
  return { orgId, at, actor: { kind: 'person', id: 'p1' }, type: 'test', subject, key, values: { key }, request };
}

const created = (results: Awaited<ReturnType<Journal['append']>>[]): Entry[] =>
  results.flatMap((result) => (result.ok && result.value.created ? [result.value.entry] : []));

describe.each(journals)('a journal ($name)', ({ name, open }) => {
  it('writes the same key 50 times at once as one entry', async () => {
    const journal = await open();
    const results = await Promise.all(
      Array.from({ length: 50 }, () => journal.append(draft(`${name}-1`, 'k'), decision(1))),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(created(results)).toHaveLength(1);
  });

  it('refuses another request under a key that was used', async () => {
    const journal = await open();
    await journal.append(draft(`${name}-2`, 'k'), decision(1));
    const other = await journal.append(draft(`${name}-2`, 'k', 'other'), decision(2));
    expect(other).toEqual({ ok: false, error: { code: 'key.reused' } });
    expect((await journal.byKey(`${name}-2`, 'k'))?.seq).toBe(1);
    expect(await journal.byKey(`${name}-2`, 'never')).toBeNull();
  });

  it('lets one of two decisions on one revision win, and says what changed', async () => {
    const journal = await open();
    const both = await Promise.all(['a', 'b'].map((key) => journal.append(draft(`${name}-3`, key), decision(1))));
    expect(created(both)).toHaveLength(1);
    expect(both).toContainEqual({
      ok: false,
      error: { code: 'revision.taken', changed: [expect.objectContaining({ type: 'test', revision: 1 })] },
    });
  });

  it('gives concurrent additions gapless seqs and revisions', async () => {
    const journal = await open();
    const keys = Array.from({ length: 300 }, (_, index) => `k${index}`);
    const entries = created(await Promise.all(keys.map((key) => journal.append(draft(`${name}-4`, key), addition(1)))));
    const numbers = keys.map((_, index) => index + 1);
    expect(entries.map(({ seq }) => seq)).toEqual(numbers);
    expect(entries.map(({ revision }) => revision)).toEqual(numbers);
  });

  it('refuses what has no canonical form, and writes what waited beside it', async () => {
    const journal = await open();
    const bad = { ...draft(`${name}-7`, 'bad'), values: { x: Number.NaN } };
    const [good, refusal] = await Promise.allSettled([
      journal.append(draft(`${name}-7`, 'good'), addition(1)),
      journal.append(bad, addition(1)),
    ]);
    expect([good?.status, refusal?.status]).toEqual(['fulfilled', 'rejected']);
    expect(await journal.head(`${name}-7`)).toBe(1);
  });

  it('knows which organisations a refusal to sign was written for', async () => {
    const journal = await open();
    await journal.append(draft(`${name}-calm`, 'k'), addition(1));
    const refusal = { ...draft(`${name}-refused`, 'k'), type: 'journal.refused' };
    await journal.append(refusal, addition(1));
    const refused = await journal.everRefused();
    expect(refused.filter((orgId) => orgId.startsWith(`${name}-`))).toEqual([`${name}-refused`]);
  });

  it('keeps organisations apart when they write at once', async () => {
    const journal = await open();
    const organisations = ['a', 'b', 'c'].map((letter) => `${name}-8${letter}`);
    const keys = Array.from({ length: 20 }, (_, index) => `k${index}`);
    await Promise.all(
      organisations.flatMap((orgId) => keys.map((key) => journal.append(draft(orgId, key), addition(1)))),
    );
    for (const orgId of organisations) expect(await journal.head(orgId)).toBe(20);
    expect(await journal.organisations()).toEqual(expect.arrayContaining(organisations));
  });

  it('counts revisions for each subject, and two kinds may share an id', async () => {
    const journal = await open();
    const other = { kind: 'incident', id: 'n1' } as const;
    const both = await Promise.all([
      journal.append(draft(`${name}-9`, 'a'), decision(1)),
      journal.append({ ...draft(`${name}-9`, 'b'), subject: other }, decision(1)),
    ]);
    expect(created(both).map(({ seq, revision }) => [seq, revision])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('takes an erased value and its salt, and leaves leaf and commitment', async () => {
    const journal = await open();
    const orgId = `${name}-10`;
    const [entry] = created([await journal.append({ ...draft(orgId, 'k'), values: { text: 'Ada' } }, decision(1))]);
    await journal.erase(orgId, 1, ['text', 'request']);
    const [erased] = await journal.readWindow(orgId, 0, 10);
    expect(erased).toMatchObject({ leaf: entry?.leaf, digest: entry?.digest });
    expect(erased?.fields['text']).toEqual({ commitment: entry?.fields['text']?.commitment, value: null, salt: null });
    expect(JSON.stringify(erased)).not.toContain('Ada');
    await expect(journal.erase(orgId, 2, ['text'])).rejects.toThrow(RangeError);
  });

  it('reads a value as erased from the entry on that says so, before it has gone', async () => {
    const journal = await open();
    const orgId = `${name}-11`;
    await journal.append({ ...draft(orgId, 'k'), values: { text: 'Ada' } }, decision(1));
    const values = { target: 1, names: ['text', 'request'], ground: 'personAsked' };
    await journal.append({ ...draft(orgId, 'e'), type: 'field.erased', values }, addition(2));
    const [read] = await journal.readSubject(orgId, draft('', '').subject, 0);
    expect(read?.fields['text']).toMatchObject({ value: null, salt: null });
  });

  it('lists newest first by subject, type, actor and instants, one page after the other', async () => {
    const journal = await open();
    const orgId = `${name}-12`;
    const tool = { kind: 'tool', id: 't1' } as const;
    for (const seq of [1, 2, 3, 4, 5, 6]) {
      const odd = seq % 2 === 1 ? { type: 'odd', actor: tool } : {};
      await journal.append({ ...draft(orgId, `k${seq}`), ...odd }, addition(1));
    }
    const seqs = async (query: Partial<EntryQuery>) => {
      const { entries, next } = await journal.list(orgId, { limit: 2, ...query });
      return [entries.map(({ seq }) => seq), next];
    };
    expect(await seqs({})).toEqual([[6, 5], 5]);
    expect(await seqs({ below: 5 })).toEqual([[4, 3], 3]);
    expect(await seqs({ below: 3 })).toEqual([[2, 1], null]);
    expect(await seqs({ type: 'odd' })).toEqual([[5, 3], 3]);
    expect(await seqs({ actor: tool, limit: 9 })).toEqual([[5, 3, 1], null]);
    expect(await seqs({ subject: draft('', '').subject, below: 4 })).toEqual([[3, 2], 2]);
    expect(await seqs({ subject: { kind: 'notice', id: 'n2' } })).toEqual([[], null]);
    expect(await seqs({ recordedUntil: '2026-03-27T09:20:00.999Z' })).toEqual([[], null]);
    expect(await seqs({ recordedFrom: '2026-03-27T09:20:01Z', recordedUntil: '2026-03-27T09:20:01Z' })).toEqual([
      [6, 5],
      5,
    ]);
  });

  it('reads a subject above a revision, and nothing of another organisation', async () => {
    const journal = await open();
    const subject = draft('', '').subject;
    for (const revision of [1, 2, 3]) await journal.append(draft(`${name}-5`, `k${revision}`), decision(revision));
    expect((await journal.readSubject(`${name}-5`, subject, 1)).map(({ key }) => key)).toEqual(['k2', 'k3']);
    expect(await journal.readSubject(`${name}-6`, subject, 0)).toEqual([]);
  });
});

describe('two API processes on one database', () => {
  it('share one sequence without gap or loss', async () => {
    const processes = [await createMongoJournal(mongo.db, settings), await createMongoJournal(mongo.db, settings)];
    const keys = Array.from({ length: 200 }, (_, index) => `k${index}`);
    const results = await Promise.all(
      keys.flatMap((key, index) => processes[index % 2]?.append(draft('shared', key), addition(1)) ?? []),
    );
    const seqs = created(results).map(({ seq }) => seq);
    expect(seqs.toSorted((a, b) => a - b)).toEqual(keys.map((_, index) => index + 1));
  }, 30_000);

  it('fall out of the common write when they contend, and lose nothing', async () => {
    const processes = [await createMongoJournal(mongo.db, settings), await createMongoJournal(mongo.db, settings)];
    const keys = Array.from({ length: 60 }, (_, index) => `k${index}`);
    const writes = ['contended', 'calm'].flatMap((orgId) =>
      keys.map((key, index) => processes[orgId === 'calm' ? 0 : index % 2]?.append(draft(orgId, key), addition(1))),
    );
    const entries = created((await Promise.all(writes)).flatMap((result) => result ?? []));
    for (const orgId of ['contended', 'calm']) {
      const seqs = entries.filter((entry) => entry.orgId === orgId).map(({ seq }) => seq);
      expect(seqs.toSorted((a, b) => a - b)).toEqual(keys.map((_, index) => index + 1));
    }
  }, 30_000);

  it('find the head again after a restart', async () => {
    const entry = created([
      await (await createMongoJournal(mongo.db, settings)).append(draft('shared', 'last'), addition(1)),
    ]);
    expect(entry).toMatchObject([{ seq: 201, revision: 201 }]);
  });
});
