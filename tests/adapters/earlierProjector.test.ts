import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoJournal } from '../../adapters/mongo/journal';
import { createMongoProjections } from '../../adapters/mongo/projections';
import type { Journal } from '../../application/ports/journal';
import { PROJECTOR } from '../../domain/journal/projector';
import { draftOf, reportedEvent } from '../fakes/incidentEntries';
import { startMongo } from '../fakes/servers';

const now = () => new Date('2026-05-13T08:01:00.000Z');
let mongo: Awaited<ReturnType<typeof startMongo>>;
beforeAll(async () => {
  mongo = await startMongo();
});
afterAll(() => mongo.stop());

async function open() {
  const journal = await createMongoJournal(mongo.db, { now, macKey: 'test', newSalt: () => '00'.repeat(32) });
  return { journal, projections: await createMongoProjections(mongo.db, journal) };
}

async function write(journal: Journal, orgId: string, events: { type: string; values: object }[]) {
  for (const event of events) {
    const draft = draftOf(orgId, 'i1', event, event.type);
    expect(await journal.append(draft, { kind: 'addition', revision: 1 })).toMatchObject({ ok: true });
  }
}

describe('rows that an earlier version of the projector left', () => {
  it('lose what was erased, and keep the rest', async () => {
    const { journal, projections } = await open();
    const org = 'earlier-projector';
    const idOf = (id: string) => `${PROJECTOR - 1}/${org}/incident/${id}`;
    const earlier = mongo.db.collection<{ _id: string; state: string }>('projectionRows');
    await earlier.insertOne({ _id: idOf('i1'), state: 'secret' });
    await earlier.insertOne({ _id: idOf('i2'), state: 'another' });
    // a process of the version before finds rows and cursor as it left them; only what is erased goes
    const former = mongo.db.collection<{ _id: object; id: string; state: string }>('projections');
    const place = { orgId: org, projector: 7, kind: 'incident' };
    await former.insertMany([
      { _id: { ...place, id: 'i1' }, ...place, id: 'i1', state: 'secret' },
      { _id: { ...place, id: 'i2' }, ...place, id: 'i2', state: 'another' },
    ]);
    const cursors = mongo.db.collection<{ _id: object }>('projectionCursors');
    await cursors.insertOne({ _id: { projector: 7, orgId: org } });
    await open(); // a restart
    expect(await former.countDocuments({ orgId: org })).toBe(2);
    const secret = { noteId: 'n', class: 'general', text: 'secret' };
    await write(journal, org, [reportedEvent, { type: 'note.added', values: secret }]);
    await write(journal, org, [
      { type: 'field.erased', values: { target: 2, names: ['text'], ground: 'personAsked' } },
    ]);
    await projections.list(org, 'incident', { limit: 1 });
    expect(await earlier.countDocuments({ _id: idOf('i1') })).toBe(0);
    expect(await earlier.countDocuments({ _id: idOf('i2') })).toBe(1);
    expect(await former.distinct('id', { orgId: org })).toEqual(['i2']);
    expect(await cursors.countDocuments({})).toBe(1);
  });
});
