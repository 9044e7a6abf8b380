import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { createMongoCursors } from '../../../adapters/mongo/cursors';
import { createDatabaseClock } from '../../../adapters/mongo/databaseClock';
import { watchEntries } from '../../../adapters/mongo/entryWatch';
import { startMongo } from '../../fakes/servers';
import { createMemoryCursors } from '../../worker/relay/relayCase';

let server: Awaited<ReturnType<typeof startMongo>>;
beforeAll(async () => {
  server = await startMongo();
}, 60_000);
afterAll(() => server.stop());

describe.each([
  ['on MongoDB', (db: mongo.Db) => createMongoCursors(db)],
  ['in memory', () => createMemoryCursors()],
])('cursors %s', (_where, create) => {
  it('begin at 0, are kept by reader and organisation, and never move back', async () => {
    const cursors = create(server.db);
    expect(await cursors.read('relay', 'a')).toBe(0);
    await cursors.advance('relay', 'a', 5);
    await cursors.advance('relay', 'a', 3);
    expect(await cursors.read('relay', 'a')).toBe(5);
    expect(await cursors.read('watchdog', 'a')).toBe(0);
    expect(await cursors.read('relay', 'b')).toBe(0);
  });

  it('moved by several at once, end at the highest', async () => {
    const cursors = create(server.db);
    await Promise.all([7, 9, 8, 2].map((seq) => cursors.advance('relay', 'c', seq)));
    expect(await cursors.read('relay', 'c')).toBe(9);
  });
});

describe('the database', () => {
  it('says what time it is', async () => {
    const now = await createDatabaseClock(server.db)();
    expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(5_000);
  });

  it('tells other processes of an entry soon, and no more once nobody listens', async () => {
    const told: string[] = [];
    const watch = watchEntries(server.db, ({ orgId, seq }) => told.push(`${orgId} ${seq}`));
    const entries = server.db.collection('entries');
    let seq = 0;
    // The stream takes a moment to open: what comes before it is the net's to find.
    while (told.length === 0 && seq < 100) {
      await entries.insertOne({ orgId: 'a', seq: (seq += 1) });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(told[0]).toMatch(/^a \d+$/);
    await watch.close();
    const atClose = told.length;
    await entries.insertOne({ orgId: 'a', seq: seq + 1 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told).toHaveLength(atClose);
  });
});
