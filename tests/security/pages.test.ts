import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMemoryHouse } from '../fakes/memoryHouse';
import { createMemoryMailbox } from '../fakes/memoryMailbox';
import { newcomer } from '../fakes/organisations';
import { tokenFor } from '../fakes/realHouse';
import { type Furnished, furnish } from './matrixHouse';
import { openPageDoor, type PageDoor, templateOf, waysOut } from './pageDoor';
import { mayAct, mayView, pageRights } from './pageRights';
import { everybody, type Who } from './rights';
import { furnishStages } from './stages';

const MOST_PAGES = 560;
const templates = Object.keys(pageRights);
const house = createMemoryHouse();
const mailbox = createMemoryMailbox(house.mails, house.ports.now);
let door: PageDoor;
let home: Furnished;
let known: Record<string, string>;
const cookies = new Map<Who, string>();
const cookieOf = (who: Who) => cookies.get(who) ?? '';
const ways = new Set<string>();

beforeAll(async () => {
  door = await openPageDoor(house.ports, mailbox);
  home = await furnish(door, house.ports, house.proofs.signNow);
  known = { ...home.known, mailId: '1', index: '0', contactId: 'c1' };
  await furnishStages(door, house.ports, home);
  for (const who of everybody) {
    const tool = { kind: 'tool' as const, id: 'siem' };
    const secret =
      who === 'tool' ? await tokenFor(home.director, tool, ['O']) : (await newcomer(home.director, [who])).secret;
    cookies.set(who, await door.enter(secret));
  }
}, 60_000);
afterAll(() => door.stop());

const fill = (template: string) =>
  template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`no case for {${name}}`);
    return value;
  });

/** Of the pages of seventeen regimes one stands for all. */
const isLikeAnother = (link: string): boolean => /\/regimes\/(?!nis2\/)\w+\/concern/.test(link);

/** Refused, or shown the way to the entrance. */
const leadsOut = ({ status, headers }: { status: number; headers: Headers }) =>
  status === 403 || (headers.get('location') ?? '').startsWith('/enter');

it('every page has its row in the table of rights, and every row its page', () => {
  expect(templates.toSorted()).toEqual(door.pages.map(({ path }) => path).toSorted());
  for (const { path, audience, act } of door.pages) {
    const right = pageRights[path];
    expect([path, right?.act !== null]).toEqual([path, act !== null]);
    expect([path, typeof right?.view === 'string' ? right.view : 'member']).toEqual([path, audience]);
  }
});

const inside = Object.entries(pageRights).filter(([path]) => path.startsWith('/o/'));

describe.each(inside.map(([path, right]) => ({ path, right })))('$path', ({ path, right }) => {
  it.each(everybody)('for %s', async (who) => {
    const shown = await door.read(fill(path), cookieOf(who));
    if (mayView(right, who)) expect([who, shown.status, leadsOut(shown)]).toEqual([who, shown.status, false]);
    else expect([who, shown.status]).toEqual([who, 403]);
  });

  const outsiders = right.act === null ? [] : everybody.filter((who) => !mayAct(right, who));
  if (outsiders.length === 0) return;
  it.each(outsiders)('its form sent by %s is refused, and nothing moves', async (who) => {
    const before = [await house.ports.journal.head(home.orgId), house.mails.length];
    const sent = await door.send(fill(path), cookieOf(who), { reason: 'x' });
    expect([who, sent.status]).toEqual([who, 403]);
    expect([await house.ports.journal.head(home.orgId), house.mails.length]).toEqual(before);
  });
});

describe('what a role is shown', () => {
  it.each(everybody.filter((who) => mayView(pageRights['/o/{orgId}'] ?? { view: [], act: null }, who)))(
    'to %s no page offers a way or a button that would be refused',
    async (who) => {
      const seen = new Set<string>();
      const wrong = new Set<string>();
      const todo = [`/o/${home.orgId}`];
      for (let path = todo.pop(); path !== undefined && seen.size < MOST_PAGES; path = todo.pop()) {
        if (seen.has(path)) continue;
        seen.add(path);
        const page = await door.read(path, cookieOf(who));
        const where = templateOf(path, templates);
        if (page.status !== 200) wrong.add(`${where} is ${page.status}`);
        const { links, actions } = waysOut(page.text);
        for (const link of links) {
          const right = pageRights[templateOf(link, templates) ?? ''];
          if (right === undefined || isLikeAnother(link)) continue;
          if (!mayView(right, who)) wrong.add(`${where} leads to ${templateOf(link, templates)}`);
          else if (link.startsWith('/o/')) todo.push(link);
        }
        for (const action of actions) {
          const template = templateOf(action, templates) ?? '';
          const right = pageRights[template];
          ways.add(template);
          if (right === undefined || !mayAct(right, who)) wrong.add(`${where} has a button for ${template}`);
        }
      }
      expect([...wrong]).toEqual([]);
      expect(seen.size).toBeGreaterThan(10);
    },
    120_000,
  );

  // an approval has its form only for whom somebody else's request waits: tests/api/pages/secondVoice.test.ts
  it('and every form was met on the way, but those to which a saved draft, several notices of one incident, a signed one, another one’s request, two persons’ ruling out or an exemption lead', () => {
    const forms = inside.filter(([, { act }]) => act !== null).map(([path]) => path);
    const notMet = forms.filter((path) => !ways.has(path));
    expect(notMet).toEqual([
      '/o/{orgId}/incidents/{incidentId}/acknowledge', // only where a sub-processor's signed notice came in
      '/o/{orgId}/incidents/{incidentId}/approve',
      '/o/{orgId}/cases/{controllerCaseId}/withdraw', // only once two persons have ruled the breach out
      '/o/{orgId}/cases/{controllerCaseId}/exempt', // only where the risk was decided with an exemption
      '/o/{orgId}/cases/{controllerCaseId}/law', // only where a later law is in force
      '/o/{orgId}/cases/{controllerCaseId}/approve',
      '/o/{orgId}/cases/{controllerCaseId}/record-take', // only where a notice says otherwise than was recorded
      '/o/{orgId}/incidents/{incidentId}/notices',
      '/o/{orgId}/incidents/{incidentId}/common',
      '/o/{orgId}/incidents/{incidentId}/numbers',
      '/o/{orgId}/incidents/{incidentId}/notices/{noticeId}/review',
    ]);
  });
});
