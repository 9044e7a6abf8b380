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

function draft(orgId: string, key: string, id = 'n1'): EntryDraft {
  const at = '2026-03-27T09:20:00.000Z';
  const subject = { kind: 'notice', id } as const;
  return { orgId, at, actor: { kind: 'person', id: 'p1' }, type: 'test', subject, key, values: { key }, request: key };
}

const keysOf = (entries: readonly Entry[]): string[] => entries.map(({ key }) => key);

describe.each(journals)('an entry with a follower ($name)', ({ name, open }) => {
  it('is written with it: seq behind seq, revision behind revision', async () => {
    const journal = await open();
    const org = `${name}-1`;
    await journal.append(draft(org, 'first'), decision(1));
    const both = await journal.append(draft(org, 'leader'), decision(2), draft(org, 'follower'));
    expect(both).toMatchObject({
      ok: true,
      value: { created: true, entry: { seq: 2, revision: 2 }, followed: { seq: 3, revision: 3 } },
    });
    expect(await journal.append(draft(org, 'next'), decision(4))).toMatchObject({ ok: true });
    expect(keysOf(await journal.readWindow(org, 0, 10))).toEqual(['first', 'leader', 'follower', 'next']);
  });

  it('that comes too late, or again, writes no follower', async () => {
    const journal = await open();
    const org = `${name}-2`;
    await journal.append(draft(org, 'first'), decision(1));
    const late = await journal.append(draft(org, 'late'), decision(1), draft(org, 'behind late'));
    expect(late).toMatchObject({ ok: false, error: { code: 'revision.taken' } });
    const again = await journal.append(draft(org, 'first'), decision(2), draft(org, 'behind repeat'));
    expect(again).toMatchObject({ ok: true, value: { created: false, followed: null } });
    expect(keysOf(await journal.readWindow(org, 0, 10))).toEqual(['first']);
  });

  it('is written without it where its key is taken, and so is what waited behind', async () => {
    const journal = await open();
    const org = `${name}-3`;
    await journal.append(draft(org, 'taken', 'n2'), decision(1));
    const [leader, other] = await Promise.all([
      journal.append(draft(org, 'leader'), decision(1), draft(org, 'taken')),
      journal.append(draft(org, 'other', 'n3'), decision(1), draft(org, 'behind other', 'n3')),
    ]);
    expect(leader).toMatchObject({ ok: true, value: { created: true, followed: null } });
    expect(other).toMatchObject({ ok: true, value: { created: true, followed: { revision: 2 } } });
    expect(keysOf(await journal.readWindow(org, 0, 10))).toEqual(['taken', 'leader', 'other', 'behind other']);
  });

  it('keeps it right behind among many at once, and only one of each pair of rivals has one', async () => {
    const journal = await open();
    const org = `${name}-4`;
    const rivals = Array.from({ length: 120 }, (_, index) => ({ id: `n${index % 60}`, key: `k${index}` }));
    const results = await Promise.all(
      rivals.map(({ id, key }) => journal.append(draft(org, key, id), decision(1), draft(org, `${key} follows`, id))),
    );
    const won = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(won).toHaveLength(60);
    for (const { entry, followed } of won) {
      expect(followed).toMatchObject({ seq: entry.seq + 1, revision: 2, key: `${entry.key} follows` });
    }
    expect(await journal.head(org)).toBe(120);
  });
});

it('two processes: a follower stands right behind its leader, or nowhere', async () => {
  const processes = await Promise.all([0, 1].map(() => createMongoJournal(mongo.db, settings)));
  const org = 'two-processes';
  const results = await Promise.all(
    processes.flatMap((journal, one) =>
      Array.from({ length: 40 }, (_, index) => {
        const [id, key] = [`n${one}-${index}`, `${one}-${index}`];
        return journal.append(draft(org, key, id), addition(1), draft(org, `${key} follows`, id));
      }),
    ),
  );
  const entries = await processes[0]?.readWindow(org, 0, 200);
  const bySeq = new Map(entries?.map((entry) => [entry.seq, entry]));
  expect(results.every(({ ok }) => ok)).toBe(true);
  const followers = entries?.filter(({ key }) => key.endsWith(' follows')) ?? [];
  for (const { seq, key } of followers) expect(`${bySeq.get(seq - 1)?.key} follows`).toBe(key);
  expect(results.filter((result) => result.ok && result.value.followed !== null)).toHaveLength(followers.length);
  expect([...bySeq.keys()]).toEqual(Array.from({ length: 80 + followers.length }, (_, index) => index + 1));
});
