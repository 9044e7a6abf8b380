import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { housePages } from '../../api/pages/pages';
import { annex, startRealHouse } from '../fakes/realHouse';
import { breachOf, itemsOf, speakerOf } from '../fakes/breachStory';
import { deadTokens, type Furnished, furnish } from './matrixHouse';
import { openPageDoor, type PageDoor } from './pageDoor';

const DAY_MS = 86_400_000;
const NOBODY = '0199e1f0-dead-7000-8000-000000000000';
const inside = housePages({ stylesheet: '', mailbox: null }).filter(({ audience }) => audience === 'member');
const guests = housePages({ stylesheet: '', mailbox: null }).filter(({ audience }) => audience === 'guest');

let house: Awaited<ReturnType<typeof startRealHouse>>;
let door: PageDoor;
let mine: Furnished;
let theirs: Furnished;
let known: Record<string, string>;
const cookies: Record<string, string> = {};
let passedMs = 0;

const names = ['entries', 'people', 'tokens', 'sessions', 'guestLinks'];
const stateNow = async () => [
  ...(await Promise.all(names.map((name) => house.db.collection(name).countDocuments({})))),
  house.mails.length,
];

beforeAll(async () => {
  house = await startRealHouse(() => new Date(Date.now() + passedMs));
  door = await openPageDoor(house.ports, house.mailbox);
  mine = await furnish(door, house.ports, house.proofs.signNow);
  theirs = await furnish(door, house.ports, house.proofs.signNow);
  const raw = Buffer.from('Subject: secret\r\n\r\nMAILBOX-OF-MINE');
  await house.mailbox.keep({ orgId: mine.orgId, envelopeId: 'e1', raw });
  const [mail] = await house.mailbox.list(mine.orgId, { before: null, limit: 1 });
  known = { ...mine.known, mailId: mail?.id ?? '', index: '0', contactId: 'c1' };
  cookies['theirs'] = await door.enter(theirs.token);
  const revokedOnEntry = await deadTokens(mine, (ms) => (passedMs += ms));
  cookies['dead'] = await door.enter(revokedOnEntry.revoked);
  cookies['garbage'] = `vigie=${'f'.repeat(43)}`;
}, 60_000);
afterAll(async () => {
  await door.stop();
  await house.stop();
});

const fill = (template: string, values: Record<string, string>) =>
  template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no case for {${name}}`);
    return value;
  });

/** What a reader can tell two answers apart by, but for the address that they asked for and what changes each time. */
const told = ({ status, text }: { status: number; text: string }, path: string) => ({
  status,
  text: text
    .replaceAll(path, '')
    .replaceAll(/name="(_csrf|_key)" value="[^"]*"/g, '')
    .replaceAll(/\d{2}[:h]\d{2}|datetime="[^"]*"/g, ''),
});

describe.each(inside.map((page) => ({ path: page.path, page })))('$path', ({ path, page }) => {
  it.each(['none', 'dead', 'garbage'])(
    'with a session that is %s leads to the entrance, and sends nothing',
    async (kind) => {
      const before = await stateNow();
      const shown = await door.read(fill(path, known), cookies[kind]);
      expect([shown.status, shown.headers.get('location')?.split('?')[0]]).toEqual([303, '/enter']);
      if (page.act !== null) {
        const sent = await door.send(fill(path, known), cookies[kind], { reason: 'x' });
        // a form whose session has ended is given back with what its sender wrote, and nothing else
        expect(sent.text.replaceAll(fill(path, known), '')).not.toContain(mine.known.incidentId);
        expect(sent.text).toMatch(/name="_?token"/);
      }
      expect(await stateNow()).toEqual(before);
    },
  );

  it('of another organisation is 404, like one that never was; its form too', async () => {
    const before = await stateNow();
    const [there, nowhere] = [fill(path, known), fill(path, { ...known, orgId: NOBODY })];
    const unknown = await door.read(nowhere, cookies['theirs']);
    expect(unknown.status).toBe(404);
    expect(told(await door.read(there, cookies['theirs']), there)).toEqual(told(unknown, nowhere));
    if (page.act !== null) expect((await door.send(there, cookies['theirs'], { reason: 'x' })).status).toBe(404);
    expect(await stateNow()).toEqual(before);
  });

  it('about another organisation’s things is 404, and sends nothing', async () => {
    if (!/\{(?!orgId\})/.test(path)) return; // names nothing but the organisation
    const before = await stateNow();
    const there = fill(path, { ...known, orgId: theirs.orgId });
    const shown = await door.read(there, cookies['theirs']);
    if (path.endsWith('/revoke')) expect(shown.text).not.toContain(mine.known.tokenId);
    else expect(shown.status).toBe(404);
    if (page.act !== null) {
      const sent = await door.send(there, cookies['theirs'], { reason: 'x', text: 'x' });
      expect([400, 404]).toContain(sent.status);
    }
    expect(await stateNow()).toEqual(before);
  });
});

describe('a link', () => {
  /** Links of two notices of one organisation, to two contacts each, and one that signs. */
  const links: Record<string, string> = {};
  let otherReference = '';
  let ownReference = '';

  beforeAll(async () => {
    const speaker = speakerOf(door, mine.orgId, mine.token);
    const second = await speaker.post('/agreements', { ...annex(), reference: `${mine.orgId}-2` });
    const other = await breachOf(speaker, String(second.body.id), mine.personId, house.ports.now());
    const otherId = String(other.notices.body.items[0].id);
    await speaker.decide(`/notices/${otherId}`, '/sending', { items: itemsOf(house.ports.now()) });
    const issue = (noticeId: string, contactId: string) => house.ports.links.issue(mine.orgId, noticeId, contactId);
    links['own'] = await issue(mine.known.noticeId, 'c1');
    links['neighbour'] = await issue(mine.known.noticeId, 'c2');
    links['other'] = await issue(otherId, 'c1');
    otherReference = String((await speaker.get(`/notices/${otherId}`)).body.reference);
    ownReference = String((await speaker.get(`/notices/${mine.known.noticeId}`)).body.reference);
    for (let isLeaving = true; isLeaving;) {
      const { versions } = (await speaker.get(`/notices/${otherId}`)).body;
      isLeaving = versions[0].deliveries.some(
        ({ channel, result }: { channel: string; result: string | null }) => channel === 'email' && result === null,
      );
    }
  }, 60_000);

  const at = (template: string, link: string) => fill(template, { token: link, version: '1', hash: '0'.repeat(64) });
  const answered: Record<string, { unknown: number; expired: number }> = {
    '/n/{token}': { unknown: 404, expired: 410 },
    '/n/{token}/ask': { unknown: 404, expired: 410 },
    '/n/{token}/measure': { unknown: 404, expired: 410 },
    '/n/{token}/files': { unknown: 404, expired: 410 },
    '/n/{token}/files/{hash}': { unknown: 404, expired: 410 },
    '/n/{token}/v/{version}': { unknown: 404, expired: 410 },
    '/n/{token}/pdf/{version}': { unknown: 404, expired: 410 },
    '/n/{token}/text/{version}': { unknown: 404, expired: 410 },
    '/n/{token}/envelope/{version}': { unknown: 404, expired: 410 },
    '/n/{token}/renew': { unknown: 200, expired: 200 }, // says the same to everybody
    '/a/{token}': { unknown: 404, expired: 404 },
    '/t/{token}': { unknown: 404, expired: 404 },
    '/m/{token}': { unknown: 404, expired: 404 },
  };

  it('has a row here for each page that it opens', () => {
    expect(Object.keys(answered).toSorted()).toEqual(guests.map(({ path }) => path).toSorted());
  });

  const form = { name: 'D', function: 'DPO', version: '1', question: 'x', documentHash: '0'.repeat(64) };

  it.each(Object.keys(answered))('that nobody gave out opens nothing: %s', async (template) => {
    const before = await stateNow();
    for (const link of ['A'.repeat(43), mine.known.noticeId, '..%2Fo', `${links['own']}A`]) {
      expect([link, (await door.read(at(template, link))).status]).toEqual([
        link,
        template.endsWith('/renew') && link.length === 43 ? 200 : 404,
      ]);
      expect((await door.send(at(template, link), '', form)).status).toBeGreaterThanOrEqual(
        template.endsWith('/renew') ? 200 : 400,
      );
    }
    expect(await stateNow()).toEqual(before);
  });

  it('shows its own notice, and of another no word', async () => {
    for (const template of ['/n/{token}', '/n/{token}/ask', '/n/{token}/v/{version}']) {
      const shown = await door.read(at(template, links['own'] ?? ''));
      expect(shown.status).toBe(200);
      const text = shown.text.replaceAll('\u2011', '-'); // references are written with hyphens that never break
      expect(text).toContain(ownReference);
      for (const foreign of [otherReference, mine.known.incidentId, mine.known.noticeId, theirs.orgId]) {
        expect(text).not.toContain(foreign);
      }
      for (const name of ['neighbour', 'other']) expect(text).not.toContain(links[name]);
    }
  });

  it('downloads this contact’s own document alone', async () => {
    const bytesOf = async (name: string) => (await door.read(at('/n/{token}/pdf/{version}', links[name] ?? ''))).text;
    const all = await Promise.all(['own', 'neighbour', 'other'].map(bytesOf));
    expect(new Set(all).size).toBe(3);
    for (const version of ['0', '2', '99', '-1', 'x']) {
      const path = fill('/n/{token}/pdf/{version}', { token: links['own'] ?? '', version });
      expect([version, (await door.read(path)).status]).toEqual([version, 404]);
    }
  });

  it('opens nothing of the house, and a signing page neither', async () => {
    const own = links['own'] ?? '';
    expect((await door.read(`/a/${own}`)).status).toBe(404);
    expect((await door.send(`/a/${own}`, '', form)).status).toBe(404);
    const asCookie = await door.read(`/o/${mine.orgId}`, `vigie=${own}`);
    expect(asCookie.status).toBe(303);
    const asToken = await door.call('GET', `/api/v1/organisations/${mine.orgId}`, { token: own });
    expect(asToken.status).toBe(401);
  });

  it('acts as its contact in its own organisation', async () => {
    const [before, other] = [await house.ports.journal.head(mine.orgId), await house.ports.journal.head(theirs.orgId)];
    expect((await door.send(`/n/${links['own']}`, '', form)).status).toBe(303);
    const [entry] = await house.ports.journal.readWindow(mine.orgId, before, 1);
    expect(entry).toMatchObject({
      type: 'notice.acknowledged',
      subject: { id: mine.known.noticeId },
      actor: { kind: 'guest', id: 'c1' },
    });
    expect(await house.ports.journal.head(theirs.orgId)).toBe(other);
  });

  it('that was replaced opens nothing any more', async () => {
    const old = links['neighbour'] ?? '';
    const until = new Date(house.ports.now().getTime() + DAY_MS).toISOString();
    const young = await house.ports.links.renew(mine.orgId, mine.known.noticeId, 'c2', until);
    expect((await door.read(`/n/${young}`)).status).toBe(200);
    for (const { path } of guests.filter((page) => !page.path.endsWith('/renew'))) {
      expect([path, (await door.read(at(path, old))).status]).toEqual([path, 404]);
      const before = await stateNow();
      await door.send(at(path, old), '', form);
      expect(await stateNow()).toEqual(before);
    }
  });

  it('ends thirty days after its notice was closed, for reading and for acting', async () => {
    const speaker = speakerOf(door, mine.orgId, mine.token);
    const notice = `/notices/${mine.known.noticeId}`;
    const c = { answer: 'cannotBeDetermined', reason: 'x' };
    expect(await speaker.decide(notice, '/supplements', { items: { c } })).toMatchObject({ status: 202 });
    const spoken = { version: 2, contactId: 'c1', name: 'D', function: 'DPO' };
    expect(await speaker.post(`${notice}/acknowledgements`, spoken)).toMatchObject({ status: 200 });
    const said = { questionId: mine.known.questionId, text: 'x' };
    expect(await speaker.post(`${notice}/answers`, said)).toMatchObject({ status: 200 });
    expect(await speaker.decide(notice, '/closure', { ground: 'confirmed' })).toMatchObject({ status: 200 });
    expect((await door.read(`/n/${links['own']}`)).status).toBe(200);
    passedMs += 31 * DAY_MS;
    const before = await stateNow();
    for (const [template, { expired }] of Object.entries(answered)) {
      expect([template, (await door.read(at(template, links['own'] ?? ''))).status]).toEqual([template, expired]);
      if (!template.endsWith('/renew')) await door.send(at(template, links['own'] ?? ''), '', form);
    }
    expect(await stateNow()).toEqual(before);
  });
});
