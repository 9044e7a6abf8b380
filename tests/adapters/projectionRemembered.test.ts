import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createMongoProjections } from '../../adapters/mongo/projections';
import { draftOf, reportedEvent } from '../fakes/incidentEntries';
import { createMemoryJournal } from '../fakes/memoryJournal';
import { createMemoryProjections } from '../fakes/memoryProjections';
import { startMongo } from '../fakes/servers';

const now = () => new Date('2026-05-13T08:01:00.000Z');
let mongo: Awaited<ReturnType<typeof startMongo>>;

beforeAll(async () => {
  mongo = await startMongo();
});
afterAll(() => mongo.stop());

async function openFake() {
  const journal = createMemoryJournal(now);
  return { journal, projections: createMemoryProjections(journal) };
}

async function openMongo() {
  const journal = await createMongoJournal(mongo.db, { now, macKey: 'test', newSalt: () => '00'.repeat(32) });
  return { journal, projections: await createMongoProjections(mongo.db, journal) };
}

it.each([
  ['fake', openFake],
  ['SecantusDB', openMongo],
])('projections (%s) remember what was read, and answer what is true', async (_name, open) => {
  const { journal, projections } = await open();
  const write = (key: string, event: { type: string; values: object }) =>
    journal.append(draftOf('memory', 'i1', event, key), { kind: 'addition', revision: 1 });
  const remembered = () => projections.remembered('memory', 'incident', 'i1');
  await write('one', reportedEvent);
  expect(remembered()).toBeNull();
  expect(await projections.read('memory', 'incident', 'i1')).toMatchObject({ revision: 1 });
  await write('two', { type: 'triage.started', values: { firstFacts: null } });
  expect(remembered()).toMatchObject({ revision: 1 });
  expect(projections.remembered('other', 'incident', 'i1')).toBeNull();
  expect(await projections.read('memory', 'incident', 'i1')).toMatchObject({ revision: 2 });
  expect(remembered()).toMatchObject({ revision: 2 });
});
