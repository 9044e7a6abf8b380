import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoKeptForms } from '../../../adapters/documents/keptForms';
import type { KeptForms } from '../../../application/ports/keptForms';
import { createMemoryKeptForms } from '../../fakes/memoryPeople';
import { startMongo } from '../../fakes/servers';

let mongo: Awaited<ReturnType<typeof startMongo>>;
let kept: Record<string, KeptForms>;
/** Near the server's own clock: by that one it clears away what has ended (a TTL index), once a minute. */
let now = new Date();

beforeAll(async () => {
  mongo = await startMongo();
  kept = { memory: createMemoryKeptForms(), mongo: await createMongoKeptForms(mongo.db, () => now) };
}, 60_000);
afterAll(() => mongo.stop());

const of = (name: string): KeptForms => {
  const found = kept[name];
  if (found === undefined) throw new Error(name);
  return found;
};
const place = (more = {}) => ({ secret: 'cookie-of-ines', path: '/o/o1/signal', key: 'form-1', ...more });

describe.each(['memory', 'mongo'])('refused forms in %s', (name) => {
  it('open to who sent them, at the page where they were sent, under their key', async () => {
    await of(name).keep(place(), 'Poste bloqué');
    await of(name).keep(place(), 'Poste bloqué, porte ouverte');
    expect(await of(name).find(place())).toBe('Poste bloqué, porte ouverte');
    for (const other of [{ secret: 'cookie-of-sacha' }, { path: '/o/o1/other' }, { key: 'form-2' }])
      expect(await of(name).find(place(other))).toBeNull();
  });

  it('are gone when they were obeyed', async () => {
    await of(name).keep(place(), 'Poste bloqué');
    await of(name).drop(place());
    await of(name).drop(place());
    expect(await of(name).find(place())).toBeNull();
  });
});

describe('refused forms in mongo', () => {
  it('lie sealed: neither the words, nor the secret, nor the place can be read in the database', async () => {
    await of('mongo').keep(place(), 'Poste bloqué');
    const rows = await mongo.db.collection('keptForms').find().toArray();
    const stored = rows.map((row) => `${JSON.stringify(row)}${row['box'].buffer.toString('latin1')}`).join();
    expect(stored).not.toMatch(/Poste|cookie-of-ines|signal|form-1/);
  });

  it('end after an hour', async () => {
    await of('mongo').keep(place(), 'Poste bloqué');
    now = new Date(now.getTime() + 3_600_000);
    expect(await of('mongo').find(place())).toBeNull();
  });

  it('are twenty a sender: the oldest make room', async () => {
    for (let at = 0; at < 22; at += 1) {
      now = new Date(now.getTime() + 1_000);
      await of('mongo').keep(place({ secret: 'a busy one', key: `form-${at}` }), 'x');
    }
    const found = await Promise.all(
      [0, 1, 2, 21].map((at) => of('mongo').find(place({ secret: 'a busy one', key: `form-${at}` }))),
    );
    expect(found).toEqual([null, null, 'x', 'x']);
  });

  it('are half a megabyte a sender: the oldest make room', async () => {
    for (let at = 0; at < 8; at += 1) {
      now = new Date(now.getTime() + 1_000);
      await of('mongo').keep(place({ secret: 'a long one', key: `form-${at}` }), 'x'.repeat(90_000));
    }
    const found = await Promise.all(
      [0, 2, 3, 7].map((at) => of('mongo').find(place({ secret: 'a long one', key: `form-${at}` }))),
    );
    expect(found.map((text) => text !== null)).toEqual([false, false, true, true]);
  });
});
