import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breachOf, type Speaker, speakerOf } from '../fakes/breachStory';
import { openDoor } from '../fakes/door';
import { annex, foundHouse, startRealHouse } from '../fakes/realHouse';

let house: Awaited<ReturnType<typeof startRealHouse>>;
let door: Awaited<ReturnType<typeof openDoor>>;
let home: Awaited<ReturnType<typeof foundHouse>>;
let first: Speaker;
let agreementId: string;

beforeAll(async () => {
  house = await startRealHouse();
  door = await openDoor(house.ports);
  home = await foundHouse(house.ports);
  first = speakerOf(door, home.orgId, home.token);
  agreementId = (await first.post('/agreements', annex())).body.id;
});
afterAll(async () => {
  await door.stop();
  await house.stop();
});

const head = () => house.ports.journal.head(home.orgId);
const newBreach = () => breachOf(first, agreementId, home.personId, house.ports.now());

describe('the journal', () => {
  it('is listed newest first, filtered, page by page, without requests and salts', async () => {
    const { incident, incidentId } = await newBreach();
    await first.post(`${incident}/notes`, { text: 'page' });
    const page = await first.get(`/journal?kind=incident&subjectId=${incidentId}&limit=2`);
    expect(page.body.items.map(({ type }: { type: string }) => type)).toEqual(['note.added', 'breach.suspected']);
    expect(page.text).not.toMatch(/"salt"|"request"/);
    const older = await first.get(`/journal?kind=incident&subjectId=${incidentId}&below=${page.body.next}`);
    expect(older.body.items[0]).toMatchObject({ type: 'incident.declared' });
    const half = await first.get('/journal?kind=incident');
    expect(half).toMatchObject({
      status: 400,
      body: { issues: [{ pointer: '/query/kind' }, { pointer: '/query/subjectId' }] },
    });
  });

  it('gives checkpoint, proof, export and extract once it is signed', async () => {
    const { notices } = await newBreach();
    const [notice] = notices.body.items;
    await house.proofs.signNow(home.orgId);
    expect((await first.get('/journal/checkpoint')).body).toMatchObject({ size: await head() });
    expect((await first.get('/journal/entries/2/proof')).body).toMatchObject({ seq: 2, size: await head() });
    const exported = await first.post('/journal/exports', {});
    expect(exported.headers.get('content-type')).toBe('application/x-ndjson');
    expect(exported.text.trim().split('\n').length).toBe((await head()) - 1 + 2);
    const { partyId } = (await first.get(`/agreements/${agreementId}`)).body;
    const extract = await first.post('/journal/extracts', { partyId, noticeIds: [notice.id] });
    expect([extract.status, extract.text.includes(notice.reference)]).toEqual([200, true]);
  });

  it('erases a value for ever and says so', async () => {
    const { incident } = await newBreach();
    const noted = await first.post(`${incident}/notes`, { text: 'à effacer absolument' });
    const erased = await first.post('/journal/erasures', {
      seq: noted.body.seq,
      names: ['text'],
      ground: 'personAsked',
    });
    expect(erased.status).toBe(201);
    expect((await first.get(incident)).body.notes).toMatchObject([{ text: null }]);
    const kept = await house.db.collection('entries').findOne({ orgId: home.orgId, seq: noted.body.seq });
    expect(JSON.stringify(kept)).not.toContain('absolument');
  });
});
