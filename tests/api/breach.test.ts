import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breachOf, itemsOf, signalOf, type Speaker, speakerOf } from '../fakes/breachStory';
import { commands, decision, opening } from '../fakes/caseStory';
import { openDoor } from '../fakes/door';
import { newcomer } from '../fakes/organisations';
import { annex, foundHouse, startRealHouse } from '../fakes/realHouse';

let house: Awaited<ReturnType<typeof startRealHouse>>;
let door: Awaited<ReturnType<typeof openDoor>>;
let home: Awaited<ReturnType<typeof foundHouse>>;
let first: Speaker;
let second: Speaker;
let agreementId: string;

beforeAll(async () => {
  house = await startRealHouse();
  door = await openDoor(house.ports);
  home = await foundHouse(house.ports);
  first = speakerOf(door, home.orgId, home.token);
  second = speakerOf(door, home.orgId, (await newcomer(home.director, ['IM', 'DPO', 'DIR'])).secret);
  agreementId = (await first.post('/agreements', annex())).body.id;
});
afterAll(async () => {
  await door.stop();
  await house.stop();
});

const head = () => house.ports.journal.head(home.orgId);
const newBreach = () => breachOf(first, agreementId, home.personId, house.ports.now());

describe('from a signal to the controller', () => {
  it('a signal needs four fields and gets a number at once', async () => {
    const refused = await first.post('/signals', {});
    const pointers = refused.body.issues.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.toSorted()).toEqual(['/body/alertedAt', '/body/declarant', '/body/source', '/body/text']);
    const { signalled } = await newBreach();
    expect(signalled).toMatchObject({
      status: 201,
      body: { receipt: `SIG-${new Date().getFullYear()}-${signalled.body.seq}` },
    });
  });

  it('a suspicion opens the notice of each controller, with its provisional limit', async () => {
    const { steps, notices } = await newBreach();
    expect(steps.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(notices.body.items).toMatchObject([
      { purpose: 'breach', delivery: 'DRAFT', agreementId, clock: { provisional: true, dischargedAt: null } },
    ]);
    expect(notices.body.items[0].reference).toMatch(/^AV-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  it('what burns is listed with its limit and what happens by itself', async () => {
    const { incidentId } = await newBreach();
    const { body } = await first.get('/clocks');
    const mine = body.items.filter((row: { incidentId: string }) => row.incidentId === incidentId);
    expect(mine).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ obligation: 'notice', provisional: true, source: 'contract', agreementId }),
      ]),
    );
  });

  it('a notice is drafted, sent, and kept word for word; another send is refused for its state', async () => {
    const { notices } = await newBreach();
    const notice = `/notices/${notices.body.items[0].id}`;
    const items = itemsOf(house.ports.now());
    expect(await first.post(`${notice}/draft`, { items: { a: items.a } })).toMatchObject({ status: 200 });
    expect((await first.get(notice)).body.draft).toMatchObject({ a: items.a, c: null });

    expect(await first.decide(notice, '/sending', { items })).toMatchObject({ status: 202 });
    const { body } = await first.get(notice);
    expect(body).toMatchObject({
      delivery: expect.stringMatching(/^(LEAVING|SENT)$/), // delivered at once, with no engine about
      content: 'PHASED',
      versions: [{ number: 1, automatic: false, items }],
    });
    expect(body.versions[0].deliveries.length).toBeGreaterThan(0);
    expect(body.versions[0].unserved).toEqual([{ contactId: 'c1', channel: 'sms', why: 'notOffered' }]);
    const [contactId] = body.versions[0].pdfContacts;
    const pdf = await first.get(`${notice}/versions/1/pdf?contactId=${contactId}`);
    expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 4)]).toEqual([
      200,
      'application/pdf',
      '%PDF',
    ]);
    expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; filename="?AV-.*-v1\.pdf"?$/);
    const envelope = await first.get(`${notice}/versions/1/envelope?contactId=${contactId}`);
    expect([envelope.status, envelope.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    expect(envelope.headers.get('content-disposition')).toMatch(/-v1\.envelope\.jsonl"?$/);

    const again = await first.decide(notice, '/sending', { items });
    expect(again).toMatchObject({ status: 409, body: { code: 'state.refused' } });
    expect(again.body.state).toMatch(/^(LEAVING|SENT)$/);
  });

  it('a draft that was kept since the notice was read is neither written over nor passed by', async () => {
    const { notices } = await newBreach();
    const notice = `/notices/${notices.body.items[0].id}`;
    const items = itemsOf(house.ports.now());
    const seen = async () => ({ 'if-match': (await first.get(notice)).headers.get('etag') ?? '' });
    const before = await seen();
    expect(await second.post(`${notice}/draft`, { items: { a: items.a } }, before)).toMatchObject({ status: 200 });
    const stale = { status: 412, body: { code: 'revision.stale', changed: [{ type: 'notice.drafted' }] } };
    expect(await first.post(`${notice}/draft`, { items: { a: 'Autre.' } }, before)).toMatchObject(stale);
    expect(await first.post(`${notice}/sending`, { items }, before)).toMatchObject(stale);
    const read = await seen();
    expect(await first.post(`${notice}/draft`, { items: { a: 'Autre.' } }, read)).toMatchObject({ status: 200 });
    expect(await first.post(`${notice}/draft`, { items: { a: 'Autre.' } })).toMatchObject({ status: 200 });
    expect(await first.post(`${notice}/sending`, { items }, await seen())).toMatchObject({ status: 202 });
    expect(await first.post(`${notice}/supplements`, { items: { a: 'Neuf.' } }, read)).toMatchObject({ status: 412 });
  });

  it('what its letters would tell is read with a notice; what came in since then is not sent unseen', async () => {
    const { incident, notices } = await newBreach();
    const notice = `/notices/${notices.body.items[0].id}`;
    const items = itemsOf(house.ports.now());
    const { headers, body } = await first.get(notice);
    expect(body.letter).toMatchObject({
      facts: { cause: 'unknown', systems: [] },
      contract: { agreementId, version: 1 },
    });
    const read = { 'if-match': headers.get('etag') ?? '' };
    const facts = { agreementId, cause: 'external-malicious', systems: ['Poste 12'] };
    expect(await second.post(`${incident}/facts`, facts)).toMatchObject({ status: 200 });
    const before = await head();
    const stale = { status: 412, body: { code: 'revision.stale', changed: [], letter: ['facts'] } };
    expect(await first.post(`${notice}/sending`, { items }, read)).toMatchObject(stale);
    const all = ['facts', 'measures', 'chronology', 'contract', 'recipients'];
    const alone = { 'if-match': `"${body.revision}"` };
    expect((await first.post(`${notice}/sending`, { items }, alone)).body).toMatchObject({ letter: all });
    expect(await head()).toBe(before);
    expect((await first.get(notice)).body.letter).toMatchObject({ facts: { systems: ['Poste 12'] } });
    expect(await first.decide(notice, '/sending', { items })).toMatchObject({ status: 202 });
  });

  it('items that promise nothing are refused, each where it is', async () => {
    const { notices } = await newBreach();
    const past = '2020-01-01T00:00:00Z';
    const items = {
      ...itemsOf(house.ports.now()),
      c: { answer: 'toFollow', eta: past },
      d: { answer: 'toFollow', eta: null },
    };
    const refused = await first.decide(`/notices/${notices.body.items[0].id}`, '/sending', { items });
    const pointers = refused.body.issues.map(({ pointer }: { pointer: string }) => pointer);
    expect([refused.status, ...pointers]).toEqual([400, '/body/items/c/eta', '/body/items/d/eta']);
  });

  it('the list shows events, incidents and breaches apart, page by page', async () => {
    await newBreach();
    await first.post('/signals', signalOf(house.ports.now()));
    const events = await first.get('/incidents?word=event');
    expect(events.body.items.every(({ word }: { word: string }) => word === 'event')).toBe(true);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Awaited<ReturnType<Speaker['get']>> = await first.get(
        `/incidents?limit=2${next && `&after=${next}`}`,
      );
      seen.push(...page.body.items.map(({ id }: { id: string }) => id));
      next = page.body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await first.get('/incidents?limit=100')).body.items.length);
  });

  it('an incident reads as it was known at an instant', async () => {
    const { incident } = await newBreach();
    const { body } = await first.get(incident);
    const before = await first.get(`${incident}?knownAt=${encodeURIComponent(body.report.receivedAt)}`);
    expect(before.body).toMatchObject({ stage: 'EVENT_NEW', word: 'event' });
    expect(body).toMatchObject({ stage: 'BREACH_SUSPECTED', word: 'breach' });
    expect(await first.get(`${incident}?knownAt=2020-01-01T00:00:00Z`)).toMatchObject({ status: 404 });
  });
});

describe('two at once', () => {
  it('decide on one revision: one wins, the other is told what changed', async () => {
    const { incident, touched } = await newBreach();
    const etag = (await first.get(incident)).headers.get('etag') ?? '';
    const now = house.ports.now().toISOString();
    const body = { awareAt: now, detectedAt: now, nature: ['confidentiality'], touched, why: 'sûr', gapReason: null };
    const both = await Promise.all(
      [first, second].map((speaker) => speaker.post(`${incident}/awareness`, body, { 'if-match': etag })),
    );
    const [winner, loser] = both.toSorted((a, b) => a.status - b.status);
    expect(winner?.status).toBe(200);
    expect([409, 412]).toContain(loser?.status);
    expect(loser?.body.changed).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'aware.set' })]));
  });

  it('decide the risk of one controller’s case: one wins, the other is told precisely what changed', async () => {
    const { body } = await first.post('/cases', { ...opening(), receivedAt: house.ports.now().toISOString() });
    const here = `/cases/${body.id}`;
    expect((await first.get(here)).body.proposedQualification).toEqual({
      outcome: 'breach',
      doubt: true,
      nature: ['confidentiality'],
      reasons: [],
      facts: { personalData: 'unknown', securityFailure: 'unknown', effects: ['access'] },
    });
    const { kind: _asked, ...qualify } = commands.qualify;
    const { kind: _scored, ...score } = commands['risk.score'];
    expect(await first.decide(here, '/qualification', qualify)).toMatchObject({ status: 200 });
    expect(await first.decide(here, '/scores', score)).toMatchObject({ status: 200 });
    const etag = (await first.get(here)).headers.get('etag') ?? '';
    const before = await head();
    const decided = [decision('high'), decision('risk')].map(({ kind: _kind, ...rest }) => rest);
    const both = await Promise.all(
      [first, second].map((speaker, n) => speaker.post(`${here}/risk`, decided[n], { 'if-match': etag })),
    );
    const [winner, loser] = both.toSorted((a, b) => a.status - b.status);
    expect([winner?.status, await head()]).toEqual([200, before + 1]);
    expect([409, 412]).toContain(loser?.status);
    expect(loser?.body.changed).toEqual([expect.objectContaining({ type: 'risk.decided' })]);
    const risk = both[0] === winner ? 'high' : 'risk';
    expect((await first.get(here)).body.decisions).toMatchObject([{ risk }]);
  });

  it('additions are both written', async () => {
    const { incident } = await newBreach();
    const notes = ['un', 'deux', 'trois', 'quatre'].map((text) => first.post(`${incident}/notes`, { text }));
    expect((await Promise.all(notes)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await first.get(incident)).body.notes).toHaveLength(4);
  });

  it('the same key 50 times is one entry, on the real database', async () => {
    const before = await head();
    const headers = { 'idempotency-key': 'fifty-times-here' };
    const body = signalOf(new Date('2026-03-27T12:00:00Z'));
    const answers = await Promise.all(Array.from({ length: 50 }, () => first.post('/signals', body, headers)));
    expect(new Set(answers.map(({ text, status }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await head()).toBe(before + 1);
  });
});
