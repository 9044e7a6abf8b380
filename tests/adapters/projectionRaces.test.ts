import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoProjections } from '../../adapters/mongo/projections';
import { openProjectionRows, type Row } from '../../adapters/mongo/projectionRows';
import type { Journal } from '../../application/ports/journal';
import { draftOf, entriesOf, reportedEvent } from '../fakes/incidentEntries';
import { createMemoryJournal } from '../fakes/memoryJournal';
import { startMongo } from '../fakes/servers';

let mongo: Awaited<ReturnType<typeof startMongo>>;

beforeAll(async () => {
  mongo = await startMongo();
});
afterAll(() => mongo.stop());

const row = (revision: number): Omit<Row, 'projector'> => ({
  orgId: 'o1',
  kind: 'incident',
  id: 'i1',
  firstSeq: 1,
  seq: revision,
  revision,
  leaf: String(revision),
  open: true,
  parentId: null,
  unreadable: false,
  state: `{"revision":${revision}}`,
});

describe('a row of a projection', () => {
  it('that a slower process brings late takes nothing back', async () => {
    const rows = await openProjectionRows(mongo.db);
    await rows.raise([row(5)]);
    await rows.raise([row(3)]);
    expect(await rows.find('o1', 'incident', 'i1')).toMatchObject({ revision: 5, leaf: '5' });
    await rows.raise([row(7), { ...row(1), id: 'i2' }]);
    expect(await rows.find('o1', 'incident', 'i1')).toMatchObject({ revision: 7 });
    expect(await rows.find('o1', 'incident', 'i2')).toMatchObject({ revision: 1 });
  });

  it('that another process has written meanwhile, older, is raised where it was thought new', async () => {
    const rows = await openProjectionRows(mongo.db);
    await rows.raise([row(5), { ...row(9), id: 'i3' }].map((one) => ({ ...one, orgId: 'o5' })));
    await rows.add([row(6), { ...row(1), id: 'i2' }, { ...row(8), id: 'i3' }].map((one) => ({ ...one, orgId: 'o5' })));
    const revisions = ['i1', 'i2', 'i3'].map(async (id) => (await rows.find('o5', 'incident', id))?.revision);
    expect(await Promise.all(revisions)).toEqual([6, 1, 9]);
  });

  it('that stands in for another is not put where a newer one has come', async () => {
    const rows = await openProjectionRows(mongo.db);
    await rows.raise([{ ...row(5), orgId: 'o2' }]);
    await rows.replace({ ...row(2), orgId: 'o2' }, { revision: 4, leaf: '4' });
    expect(await rows.find('o2', 'incident', 'i1')).toMatchObject({ revision: 5 });
    await rows.replace({ ...row(2), orgId: 'o2' }, { revision: 5, leaf: '5' });
    expect(await rows.find('o2', 'incident', 'i1')).toMatchObject({ revision: 2 });
  });
});

describe('the cursor', () => {
  it('never goes back', async () => {
    const rows = await openProjectionRows(mongo.db);
    const [first, second] = entriesOf([{ event: reportedEvent }, { event: reportedEvent }]);
    if (first === undefined || second === undefined) throw new Error('two entries');
    await rows.advance('o3', second);
    await rows.advance('o3', first);
    expect(await rows.cursor('o3')).toMatchObject({ seq: 2, leaf: second.leaf });
  });
});

describe('a list asked for while another one is catching up', () => {
  it('sees what was acknowledged before it was asked, though the other had already looked', async () => {
    const journal = createMemoryJournal(() => new Date('2026-05-13T08:01:00.000Z'));
    const append = (id: string) =>
      journal.append(draftOf('o4', id, reportedEvent, id), { kind: 'decision', revision: 1 });
    const hold = { open: () => {}, reached: () => {} };
    const gate = new Promise<void>((resolve) => (hold.open = resolve));
    const reached = new Promise<void>((resolve) => (hold.reached = resolve));
    const readWindow: Journal['readWindow'] = async (...asked) => {
      const window = await journal.readWindow(...asked);
      hold.reached(); // it has seen the head as it was; its answer is on the way
      await gate;
      return window;
    };
    const projections = await createMongoProjections(mongo.db, { ...journal, readWindow });

    await append('i1');
    const first = projections.list('o4', 'incident', { limit: 10 });
    await reached;
    await append('i2');
    const later = [1, 2, 3].map(() => projections.list('o4', 'incident', { limit: 10 }));
    hold.open();
    await first;
    for (const listed of await Promise.all(later)) expect(listed.map(({ id }) => id)).toEqual(['i2', 'i1']);
  });
});
