import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { createAccessLog } from '../../../adapters/mongo/accessLog';
import type { Access, AccessLog } from '../../../application/ports/accessLog';
import { createMemoryJournal } from '../../fakes/memoryJournal';
import { createMemoryProofs } from '../../fakes/memoryProofs';
import { startMongo } from '../../fakes/servers';

let server: Awaited<ReturnType<typeof startMongo>>;
beforeAll(async () => {
  server = await startMongo();
}, 60_000);
afterAll(() => server.stop());

/** One of each kind of reading that is traced, with what its use case says of it. */
const read: Record<Access['what'], string> = {
  list: 'subject=n1',
  knownAt: 'controllerCase=c1 2026-05-14T08:00:00.000Z',
  export: 'audit size=12',
  extract: 'party=p1 notices=n1,n2',
  register: 'agreement=a1',
  unreached: 'c1/l1',
  letters: 'c1/l1/2',
  file: 'c1/00aa',
};
const kinds = Object.entries(read) as [Access['what'], string][];
const access = (orgId: string, what: Access['what'], minute: number): Access => ({
  orgId,
  actor: { kind: 'person', id: 'p-dpo' },
  at: `2026-05-14T08:${String(minute).padStart(2, '0')}:00.000Z`,
  what,
  of: read[what],
});

describe.each<[string, (db: mongo.Db) => Promise<AccessLog>]>([
  ['MongoDB', createAccessLog],
  ['fake', async () => createMemoryProofs(createMemoryJournal(() => new Date())).accessLog],
])('the log of who read what (%s)', (where, open) => {
  it.each(kinds)('keeps a trace of %s as it was written: who, when, of what', async (what) => {
    const log = await open(server.db);
    const orgId = `${where}-${what}`;
    await log.add(access(orgId, what, 1));
    expect(await log.read(orgId, 10)).toEqual([access(orgId, what, 1)]);
  });

  it('gives the newest first, no more than asked, and those of one organisation alone', async () => {
    const log = await open(server.db);
    const [ours, theirs] = [`${where}-ours`, `${where}-theirs`];
    for (const [minute, [what]] of kinds.entries()) await log.add(access(ours, what, minute));
    await log.add(access(theirs, 'export', 59));
    expect((await log.read(ours, 3)).map(({ what }) => what)).toEqual(['file', 'letters', 'unreached']);
    expect(await log.read(ours, 100)).toHaveLength(kinds.length);
    expect((await log.read(theirs, 100)).map(({ orgId }) => orgId)).toEqual([theirs]);
  });
});

describe('on MongoDB', () => {
  it('two looks at the same thing are two traces, whoever writes at once', async () => {
    const log = await createAccessLog(server.db);
    await Promise.all(Array.from({ length: 8 }, () => log.add(access('twice', 'list', 1))));
    expect(await log.read('twice', 100)).toHaveLength(8);
  });

  it.each([
    ['2026-08-31T12:00:00.000Z', '2027-02-27T00:00:00.000Z'],
    ['2026-03-15T23:59:59.999Z', '2026-09-14T00:00:00.000Z'],
  ])('one of %s goes by itself, the day before six months are over (S4-03)', async (at, goneAt) => {
    const log = await createAccessLog(server.db);
    const orgId = `ends-${at}`;
    await log.add({ ...access(orgId, 'list', 1), at });
    const stored = await server.db.collection('accesses').findOne({ orgId });
    expect(stored?.['expiresAt']).toEqual(new Date(goneAt));
    const indexes = await server.db.collection('accesses').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }));
  });

  it('is refused without an organisation: nobody reads across them', async () => {
    const log = await createAccessLog(server.db);
    await expect(log.add(access('', 'list', 1))).rejects.toThrow();
    await expect(log.read('', 10)).rejects.toThrow();
  });
});
