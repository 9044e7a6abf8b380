import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createMongoProjections } from '../../adapters/mongo/projections';
import type { Journal } from '../../application/ports/journal';
import type { Projections } from '../../application/ports/projections';
import { decideRecord } from '../../domain/agreement/decide';
import type { SubjectKind } from '../../domain/journal/entry';
import { draftOf, reportedEvent } from '../fakes/incidentEntries';
import { createMemoryJournal } from '../fakes/memoryJournal';
import { createMemoryProjections } from '../fakes/memoryProjections';
import { annexOf } from '../fakes/noticeHouse';
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

type Written = { type: string; values: object };

async function write(journal: Journal, orgId: string, id: string, events: Written[], kind: SubjectKind = 'incident') {
  for (const event of events) {
    const draft = { ...draftOf(orgId, id, event, `${id}-${Math.random()}`), subject: { kind, id } };
    const appended = await journal.append(draft, { kind: 'addition', revision: 1 });
    if (!appended.ok) throw new Error(appended.error.code);
  }
}

const awareAt = '2026-05-13T09:00:00.000Z';
const correctedAt = '2026-05-13T11:00:00.000Z';
const touched = [{ agreementId: 'val', role: 'processor' }];
const known = { awareAt, detectedAt: awareAt, nature: ['availability'], touched, ownProcessing: false, why: 'seen' };
const aware = { type: 'aware.set', values: { ...known, gapReason: null, release: null } };
const corrected = {
  type: 'aware.corrected',
  values: {
    awareAt: correctedAt,
    detectedAt: correctedAt,
    nature: known.nature,
    reason: 'clock',
    breakGlassReason: 'alone',
  },
};
const opened = {
  type: 'notice.opened',
  values: {
    purpose: 'breach',
    reference: 'AV-1',
    incidentId: 'i',
    agreementId: 'val',
    partyId: 'party',
    exercise: false,
    causeSeq: null,
  },
};
const closed = { type: 'notice.closed', values: { ground: 'neverSent', reason: 'none' } };
const agreement = decideRecord(annexOf('val'), 'party');

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

  it('know the limit of a notice that nobody has written, as its incident and its contract say now', async () => {
    const { journal, projections } = await open();
    const orgId = `limits-${name}`;
    const limits = async () =>
      (await projections.facts(orgId)).flatMap((fact) => (fact.kind === 'notice' ? [fact.dueAt] : []));
    if (!agreement.ok) throw new Error(agreement.error.code);
    await write(journal, orgId, 'i', [reportedEvent, triage, declared, aware]);
    await write(journal, orgId, 'n', [opened], 'notice');
    expect(await limits()).toEqual([null]); // under no contract yet
    await write(journal, orgId, 'val', [agreement.value], 'agreement');
    expect(await limits()).toEqual(['2026-05-14T09:00:00.000Z']);
    await write(journal, orgId, 'i', [corrected]);
    expect(await limits()).toEqual(['2026-05-14T11:00:00.000Z']);
    const another = name === 'fake' ? projections : await createMongoProjections(mongo.db, journal);
    expect(await another.facts(orgId)).toEqual(await projections.facts(orgId)); // as one finds it that starts now
    await write(journal, orgId, 'n', [closed], 'notice');
    expect(await limits()).toEqual([null]);
  });
});
