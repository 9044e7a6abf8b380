import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createMongoProjections } from '../../adapters/mongo/projections';
import type { Journal } from '../../application/ports/journal';
import type { Projections } from '../../application/ports/projections';
import { draftOf, reportedEvent } from '../fakes/incidentEntries';
import { createMemoryJournal } from '../fakes/memoryJournal';
import { createMemoryProjections } from '../fakes/memoryProjections';
import { startMongo } from '../fakes/servers';

const now = () => new Date('2026-05-13T08:01:00.000Z');
const settings = { now, macKey: 'test', newSalt: () => '00'.repeat(32) };
let mongo: Awaited<ReturnType<typeof startMongo>>;

beforeAll(async () => {
  mongo = await startMongo();
});
afterAll(() => mongo.stop());

type Opened = { journal: Journal; projections: Projections };
const places: { name: string; open(): Promise<Opened> }[] = [
  {
    name: 'fake',
    open: async () => {
      const journal = createMemoryJournal(now);
      return { journal, projections: createMemoryProjections(journal) };
    },
  },
  { name: 'SecantusDB', open: () => openMongo() },
];

async function openMongo(): Promise<Opened> {
  const journal = await createMongoJournal(mongo.db, settings);
  return { journal, projections: await createMongoProjections(mongo.db, journal) };
}

const note = (text: string) => ({ type: 'note.added', values: { noteId: text, class: 'general', text } });
const triage = { type: 'triage.started', values: { firstFacts: null } };
const declared = {
  type: 'incident.declared',
  values: { kind: 'intrusion', severity: 'high', harmed: 'both', leadId: 'p', possibleCrime: 'no', basis: null },
};

async function write(journal: Journal, orgId: string, id: string, events: { type: string; values: object }[]) {
  for (const event of events) {
    const key = `${id}-${Math.random()}`;
    const appended = await journal.append(draftOf(orgId, id, event, key), { kind: 'addition', revision: 1 });
    if (!appended.ok) throw new Error(appended.error.code);
  }
}

describe.each(places)('readings for registers ($name)', ({ name, open }) => {
  it('read all of these ids that there are, in their order', async () => {
    const { journal, projections } = await open();
    const orgId = `all-${name}`;
    for (const id of ['a', 'b', 'c']) await write(journal, orgId, id, [reportedEvent]);
    const read = await projections.readAll(orgId, 'incident', ['c', 'nobody', 'a']);
    expect(read.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(await projections.readAll('elsewhere', 'incident', ['a'])).toEqual([]);
  });

  it('keep facts of what is in a register, and follow what is written since the answer before', async () => {
    const { journal, projections } = await open();
    const orgId = `facts-${name}`;
    const facts = async () => (await projections.facts(orgId)).map(({ id }) => id).toSorted();
    expect(await facts()).toEqual([]);
    for (const id of ['a', 'b']) await write(journal, orgId, id, [reportedEvent, triage]);
    expect(await facts()).toEqual([]); // events that nobody called incidents
    await write(journal, orgId, 'b', [declared]);
    expect(await facts()).toEqual(['b']);
    await write(journal, orgId, 'a', [note('x'), declared]);
    expect(await Promise.all([facts(), facts()])).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    const again = (await projections.facts(orgId)).find(({ id }) => id === 'a');
    expect(again).toMatchObject({ kind: 'incident', seq: 1, exercise: false, isOpen: true, isBreach: false });
    expect(await projections.facts('elsewhere')).toEqual([]);
  });
});
