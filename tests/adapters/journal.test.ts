import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoJournal } from '../../adapters/mongo/journal';
import type { Journal, Standing } from '../../application/ports/journal';
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

  it('find the head again after a restart', async () => {
    const entry = created([
      await (await createMongoJournal(mongo.db, settings)).append(draft('shared', 'last'), addition(1)),
    ]);
    expect(entry).toMatchObject([{ seq: 201, revision: 201 }]);
  });
});
