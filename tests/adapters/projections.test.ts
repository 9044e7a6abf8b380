import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createMongoProjections } from '../../adapters/mongo/projections';
import type { Journal } from '../../application/ports/journal';
import type { Projections } from '../../application/ports/projections';
import { SubjectUnreadable } from '../../domain/shared/unreadable';
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
const dismiss = {
  type: 'event.dismissed',
  values: { personalDataOnSystem: false, reason: 'rien', breakGlass: false, breakGlassReason: null },
};

const told = (step: string, about: number) => ({
  type: 'people.told',
  values: { step, about, roles: [], deliverables: [] },
});

async function write(journal: Journal, orgId: string, id: string, events: { type: string; values: object }[]) {
  for (const event of events) {
    const key = `${id}-${Math.random()}`;
    const appended = await journal.append(draftOf(orgId, id, event, key), { kind: 'addition', revision: 1 });
    if (!appended.ok) throw new Error(appended.error.code);
  }
}

describe.each(places)('projections ($name)', ({ name, open }) => {
  it('know nothing of a subject without entries, nor of another organisation', async () => {
    const { journal, projections } = await open();
    await write(journal, `${name}-1`, 'i1', [reportedEvent]);
    expect(await projections.read(`${name}-1`, 'incident', 'i2')).toBeNull();
    expect(await projections.read(`${name}-1`, 'vulnerability', 'i1')).toBeNull();
    expect(await projections.read(`${name}-other`, 'incident', 'i1')).toBeNull();
    expect(await projections.list(`${name}-other`, 'incident', { limit: 10 })).toEqual([]);
  });

  it('fold what was acknowledged before they answer, each time', async () => {
    const { journal, projections } = await open();
    const org = `${name}-2`;
    await write(journal, org, 'i1', [reportedEvent]);
    expect(await projections.read(org, 'incident', 'i1')).toMatchObject({
      stage: 'EVENT_NEW',
      revision: 1,
      decided: 1,
    });
    await write(journal, org, 'i1', [triage, note('a')]);
    expect(await projections.read(org, 'incident', 'i1')).toMatchObject({ stage: 'TRIAGE', revision: 3, decided: 2 });
    await write(journal, org, 'i1', [dismiss]);
    expect(await projections.list(org, 'incident', { limit: 10 })).toMatchObject([
      { stage: 'EVENT_CLOSED', revision: 4 },
    ]);
  });

  it('list newest first, page by page, open ones apart', async () => {
    const { journal, projections } = await open();
    const org = `${name}-3`;
    for (const id of ['i1', 'i2', 'i3', 'i4']) await write(journal, org, id, [reportedEvent]);
    await write(journal, org, 'i2', [triage, dismiss]);
    expect(await projections.list(org, 'incident', { limit: 10, open: false })).toEqual([]); // its receipt is still owed
    await write(journal, org, 'i2', [told('receipt', 2), told('alert', 2)]);
    const ids = async (query: Parameters<Projections['list']>[2]) =>
      (await projections.list(org, 'incident', query)).map(({ id }) => id);
    expect(await ids({ limit: 2 })).toEqual(['i4', 'i3']);
    expect(await ids({ limit: 2, after: 'i3' })).toEqual(['i2', 'i1']);
    expect(await ids({ limit: 2, after: 'i1' })).toEqual([]);
    expect(await ids({ limit: 10, open: true })).toEqual(['i4', 'i3', 'i1']);
    expect(await ids({ limit: 10, open: false })).toEqual(['i2']);
    expect(await ids({ limit: 10, after: 'unknown' })).toEqual([]);
  });

  it('list what belongs to one incident', async () => {
    const { journal, projections } = await open();
    const org = `${name}-4`;
    const proven = (incidentId: string) => ({
      type: 'vulnerability.proven',
      values: {
        provenAt: now().toISOString(),
        severity: 'high',
        identifier: null,
        incidentId,
        touched: [],
        text: 'x',
        systems: [],
      },
    });
    for (const [id, incidentId] of [
      ['v1', 'i1'],
      ['v2', 'i2'],
      ['v3', 'i1'],
    ] as const) {
      const draft = { ...draftOf(org, id, proven(incidentId), id), subject: { kind: 'vulnerability' as const, id } };
      await journal.append(draft, { kind: 'decision', revision: 1 });
    }
    const found = await projections.list(org, 'vulnerability', { limit: 10, parentId: 'i1' });
    expect(found.map(({ id }) => id)).toEqual(['v3', 'v1']);
  });

  it('refuse a subject with an entry that they do not know, and serve all others', async () => {
    const { journal, projections } = await open();
    const org = `${name}-5`;
    await write(journal, org, 'i1', [reportedEvent, triage, { type: 'of.tomorrow', values: {} }, note('after')]);
    await write(journal, org, 'i2', [reportedEvent]);
    await expect(projections.read(org, 'incident', 'i1')).rejects.toThrow(SubjectUnreadable);
    expect(await projections.read(org, 'incident', 'i2')).toMatchObject({ stage: 'EVENT_NEW' });
    expect((await projections.list(org, 'incident', { limit: 10 })).map(({ id }) => id)).toContain('i2');
    await expect(projections.read(org, 'incident', 'i1')).rejects.toThrow(SubjectUnreadable);
  });

  it('go on listing what could be read before an unknown entry came', async () => {
    const { journal, projections } = await open();
    const org = `${name}-6`;
    await write(journal, org, 'i1', [reportedEvent, triage]);
    await projections.list(org, 'incident', { limit: 10 });
    await write(journal, org, 'i1', [{ type: 'of.tomorrow', values: {} }]);
    expect(await projections.list(org, 'incident', { limit: 10 })).toMatchObject([{ id: 'i1', stage: 'TRIAGE' }]);
  });

  it('name the subjects that they cannot read, also one of which they can read nothing', async () => {
    const { journal, projections } = await open();
    const org = `${name}-unknown`;
    await write(journal, org, 'i1', [reportedEvent]);
    expect(await projections.unreadable(org, 10)).toEqual([]);
    await write(journal, org, 'i1', [{ type: 'of.tomorrow', values: {} }]);
    await write(journal, org, 'i2', [{ type: 'of.tomorrow', values: {} }]);
    await write(journal, org, 'i3', [reportedEvent]);
    const named = await projections.unreadable(org, 10);
    expect(named.map(({ id }) => id).toSorted()).toEqual(['i1', 'i2']);
    expect((await projections.list(org, 'incident', { limit: 10 })).map(({ id }) => id)).toEqual(['i3', 'i1']);
    expect(await projections.unreadable(`${org}-other`, 10)).toEqual([]);
  });

  it('hold no value that was erased', async () => {
    const { journal, projections } = await open();
    const org = `${name}-7`;
    await write(journal, org, 'i1', [reportedEvent, note('secret')]);
    await projections.list(org, 'incident', { limit: 1 });
    await write(journal, org, 'i1', [
      { type: 'field.erased', values: { target: 2, names: ['text'], ground: 'personAsked' } },
    ]);
    await journal.erase(org, 2, ['text']);
    const [listed] = await projections.list(org, 'incident', { limit: 1 });
    const read = await projections.read(org, 'incident', 'i1');
    expect(read?.notes).toMatchObject([{ noteId: 'secret', text: null }]);
    expect(listed).toEqual(read);
  });

  it('read back the very state that the fold gave', async () => {
    const { journal, projections } = await open();
    const org = `${name}-8`;
    await write(journal, org, 'i1', [reportedEvent, triage, note('x.y$z')]);
    const first = await projections.read(org, 'incident', 'i1');
    expect(await projections.read(org, 'incident', 'i1')).toEqual(first);
    expect(await projections.list(org, 'incident', { limit: 1 })).toEqual([first]);
  });
});

describe('projections on a database', () => {
  it('of two processes never go backwards, whoever is slower', async () => {
    const [one, two] = [await openMongo(), await openMongo()];
    const org = 'two-processes';
    await write(one.journal, org, 'i1', [reportedEvent]);
    const rounds = Array.from({ length: 15 }, (_, index) => index);
    let seen = 0;
    for (const round of rounds) {
      await write(round % 2 ? one.journal : two.journal, org, 'i1', [note(String(round))]);
      const states = await Promise.all([
        one.projections.list(org, 'incident', { limit: 1 }),
        two.projections.read(org, 'incident', 'i1'),
        two.projections.list(org, 'incident', { limit: 1 }),
      ]);
      const revisions = states.flat().map((state) => state?.revision ?? 0);
      expect(Math.min(...revisions)).toBeGreaterThan(seen);
      seen = Math.max(...revisions);
    }
    expect(seen).toBe(rounds.length + 1);
  });

  it('catch up over many windows with what was written while nobody looked', async () => {
    const { journal, projections } = await openMongo();
    const org = 'many-windows';
    const ids = Array.from({ length: 450 }, (_, index) => `i${index}`);
    await Promise.all(ids.map((id) => write(journal, org, id, [reportedEvent])));
    const listed = await projections.list(org, 'incident', { limit: 1000 });
    expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(ids));
    const seqs = listed.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
  });

  it('made of a journal that a restore took back are made again', async () => {
    const { journal, projections } = await openMongo();
    const org = 'restored';
    await write(journal, org, 'i1', [reportedEvent, triage, note('lost')]);
    await projections.list(org, 'incident', { limit: 10 });
    await mongo.db.collection('entries').deleteMany({ orgId: org, seq: { $gt: 1 } });
    const restored = await openMongo();
    expect(await restored.projections.read(org, 'incident', 'i1')).toMatchObject({ stage: 'EVENT_NEW', revision: 1 });
    await write(restored.journal, org, 'i1', [note('after')]);
    await write(restored.journal, org, 'i2', [reportedEvent]);
    expect(await restored.projections.list(org, 'incident', { limit: 10 })).toMatchObject([
      { id: 'i2' },
      { id: 'i1', stage: 'EVENT_NEW', notes: [{ text: 'after' }] },
    ]);
  });

  it('are a cache: dropped, they come back', async () => {
    const { journal, projections } = await openMongo();
    const org = 'dropped';
    await write(journal, org, 'i1', [reportedEvent, triage]);
    const before = await projections.list(org, 'incident', { limit: 10 });
    await mongo.db.collection('projectionRows').deleteMany({ orgId: org });
    await mongo.db.collection('projectionPlaces').deleteMany({ orgId: org });
    expect(await projections.list(org, 'incident', { limit: 10 })).toEqual(before);
  });
});
