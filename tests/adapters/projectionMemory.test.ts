import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createProjectionMemory } from '../../adapters/mongo/projectionMemory';
import { createMongoProjections } from '../../adapters/mongo/projections';
import type { Journal } from '../../application/ports/journal';
import { draftOf, reportedEvent } from '../fakes/incidentEntries';
import { startMongo } from '../fakes/servers';

let mongo: Awaited<ReturnType<typeof startMongo>>;

beforeAll(async () => {
  mongo = await startMongo();
});
afterAll(() => mongo.stop());

/** One process: a journal and projections with a memory of its own. */
async function open() {
  const now = () => new Date('2026-05-13T08:01:00.000Z');
  const journal = await createMongoJournal(mongo.db, { now, macKey: 'test', newSalt: () => '00'.repeat(32) });
  return { journal, projections: await createMongoProjections(mongo.db, journal) };
}

const note = (text: string) => ({ type: 'note.added', values: { noteId: text, class: 'general', text } });

async function write(journal: Journal, orgId: string, id: string, events: { type: string; values: object }[]) {
  for (const event of events) {
    const draft = draftOf(orgId, id, event, `${id}-${Math.random()}`);
    const appended = await journal.append(draft, { kind: 'addition', revision: 1 });
    if (!appended.ok) throw new Error(appended.error.code);
  }
}

describe('rows', () => {
  it('that a process keeps in mind hold nothing erased, and nothing that a restore took back', async () => {
    const [one, two] = [await open(), await open()];
    const org = 'in-mind';
    await write(one.journal, org, 'i1', [reportedEvent, ...Array.from({ length: 9 }, (_, n) => note(`secret ${n}`))]);
    for (const { projections } of [one, two]) await projections.read(org, 'incident', 'i1');
    await write(one.journal, org, 'i1', [
      { type: 'field.erased', values: { target: 2, names: ['text'], ground: 'personAsked' } },
    ]);
    await one.journal.erase(org, 2, ['text']);
    for (const { projections } of [one, two]) {
      expect((await projections.read(org, 'incident', 'i1'))?.notes[0]).toMatchObject({ text: null });
    }
    await one.projections.list(org, 'incident', { limit: 1 });
    const [stored] = await mongo.db.collection('projectionRows').find({ orgId: org }).toArray();
    expect(JSON.parse(String(stored?.['state'])).notes[0]).toMatchObject({ noteId: 'secret 0', text: null });

    await mongo.db.collection('entries').deleteMany({ orgId: org, seq: { $gt: 1 } });
    for (const { projections } of [one, two]) {
      expect(await projections.read(org, 'incident', 'i1')).toMatchObject({ revision: 1, notes: [] });
    }
  });

  it('are kept for ten minutes, the last used ones, of one organisation each', () => {
    let nowMs = 0;
    const memory = createProjectionMemory(() => nowMs);
    const row = (orgId: string, id: string) => ({
      orgId,
      kind: 'incident' as const,
      id,
      firstSeq: 1,
      seq: 1,
      revision: 1,
      leaf: id,
      open: true,
      parentId: null,
      unreadable: false,
      state: '{}',
    });
    memory.keep(row('a', 'i0'));
    expect(memory.find('b', 'incident', 'i0')).toBeNull();
    for (let n = 1; n < 500; n += 1) memory.keep(row('a', `i${n}`));
    expect(memory.find('a', 'incident', 'i0')).toMatchObject({ leaf: 'i0' });
    memory.keep(row('a', 'i500'));
    expect(memory.find('a', 'incident', 'i1')).toBeNull();
    expect(memory.find('a', 'incident', 'i0')).toMatchObject({ leaf: 'i0' });
    nowMs = 600_000;
    expect(memory.find('a', 'incident', 'i0')).toBeNull();
  });
});
