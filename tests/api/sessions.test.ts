import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { definePage } from '../../api/http/definePage';
import { plainEntrance } from '../../api/sessions/plainEntrance';
import { createEntrance } from '../../api/sessions/entrance';
import { revokeToken } from '../../application/people/revokeToken';
import { openDoor } from '../fakes/door';
import { createHousePorts, newcomer, startedHouse } from '../fakes/organisations';

const clock = { now: new Date('2026-03-27T12:00:00Z') };
const ports = createHousePorts(() => clock.now);
const acts: string[] = [];

/** A page with a form, as the real ones will be. */
const page = definePage({
  path: '/o/{orgId}/desk',
  audience: 'member',
  policy: ({ roles }) => roles.includes('O'),
  params: z.object({ orgId: z.string() }),
  async render({ csrf, formKey, language, refusal }) {
    const fields = JSON.stringify({ csrf, formKey, language, refusal });
    return { ok: true, value: { html: fields } };
  },
  act: {
    form: z.object({ note: z.string().min(1).max(20), next: z.string().default('/done') }),
    async run(_visit, { key, form }) {
      acts.push(`${key}: ${form.note}`);
      return { ok: true, value: { goTo: form.next } };
    },
  },
});

const house = startedHouse(ports);
const opened: Awaited<ReturnType<typeof openDoor>>[] = [];
afterAll(async () => void (await Promise.all(opened.map(({ stop }) => stop()))));

async function opening(publicUrl: string | null = null) {
  const entrance = createEntrance(publicUrl !== null, plainEntrance, () => clock.now.getTime());
  const door = await openDoor(ports, { house: { entrance, pages: [page] }, door: { publicUrl } });
  opened.push(door);
  const origin = publicUrl ?? door.base;
  const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    door.call('POST', path, {
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
      raw: new URLSearchParams(fields).toString(),
    });
  const enter = async (token: string) => {
    const answer = await form('/enter', { token });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { answer, cookie };
  };
  return { door, form, enter };
}

async function atDesk() {
  const { door, form, enter } = await opening();
  const { orgId, token, director } = await house;
  const { cookie } = await enter(token);
  const desk = `/o/${orgId}/desk`;
  const view = async () => JSON.parse((await door.call('GET', desk, { headers: { cookie } })).text);
  const { csrf, formKey } = await view();
  return { door, form, cookie, desk, view, csrf, formKey, director, orgId };
}

beforeEach(() => void acts.splice(0));

describe('entering', () => {
  it('exchanges a token for a cookie that no script reads and no other site sends', async () => {
    const { enter } = await opening();
    const { token, orgId } = await house;
    const { answer } = await enter(token);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/o/${orgId}`]);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^vigie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/,
    );
  });

  it('binds the cookie to this host and HTTPS where there is HTTPS', async () => {
    const { enter } = await opening('https://vigie.exemple.fr');
    const { answer } = await enter((await house).token);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-vigie=.*; Secure$/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('gives another cookie each time, stored by its hash', async () => {
    const { enter } = await opening();
    const { token } = await house;
    const [first, second] = [await enter(token), await enter(token)];
    expect(first.cookie).not.toBe(second.cookie);
    expect(await ports.sessions.find(first.cookie.split('=')[1] ?? '')).toBeNull();
  });

  it('with a token that opens nothing shows the page again, and not the token', async () => {
    const { enter } = await opening();
    const { answer, cookie } = await enter('vgt_<b>wrong');
    expect([answer.status, cookie]).toEqual([401, '']);
    expect(answer.text).toContain('Ce jeton n’ouvre rien.');
    expect(answer.text).not.toContain('wrong');
  });

  it('is tried ten times a minute from one address, no more; a right token is never kept out', async () => {
    const { enter } = await opening();
    for (let attempt = 1; attempt <= 10; attempt += 1) expect((await enter('wrong')).answer.status).toBe(401);
    const { answer } = await enter('wrong');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await enter((await house).token)).answer.status).toBe(303);
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect((await enter('wrong')).answer.status).toBe(401);
  });

  it('is offered to whoever comes without a session', async () => {
    const { door } = await opening();
    const desk = `/o/${(await house).orgId}/desk`;
    for (const [path, to] of [
      ['/', '/enter'],
      [desk, `/enter?to=${encodeURIComponent(desk)}`],
    ] as const) {
      const { status, headers } = await door.call('GET', path);
      expect([status, headers.get('location')]).toEqual([303, to]);
    }
  });
});

describe('a session', () => {
  it('opens pages of its organisation and of no other', async () => {
    const { door, cookie, desk } = await atDesk();
    expect((await door.call('GET', desk, { headers: { cookie } })).status).toBe(200);
    expect((await door.call('GET', '/o/other/desk', { headers: { cookie } })).status).toBe(404);
  });

  it('opens nothing of the API, which takes tokens only', async () => {
    const { door, cookie, orgId } = await atDesk();
    const answer = await door.call('GET', `/api/v1/organisations/${orgId}`, { headers: { cookie } });
    expect(answer.status).toBe(401);
  });

  it('ends after twelve hours', async () => {
    const { door, cookie, desk } = await atDesk();
    clock.now = new Date(clock.now.getTime() + 12 * 3_600_000);
    expect((await door.call('GET', desk, { headers: { cookie } })).status).toBe(303);
  });

  it('ends with its token', async () => {
    const { door, enter } = await opening();
    const { director, orgId } = await house;
    const { secret, tokenId } = await newcomer(director, ['O']);
    const { cookie } = await enter(secret);
    const open = () => door.call('GET', `/o/${orgId}/desk`, { headers: { cookie } });
    expect((await open()).status).toBe(200);
    await revokeToken({ ctx: director, input: { key: 'revoke-session', tokenId } });
    expect((await open()).status).toBe(303);
  });

  it('ends by leaving, also for a stolen copy of the cookie', async () => {
    const { door, form, cookie, csrf, desk } = await atDesk();
    const left = await form('/leave', { _csrf: csrf }, { cookie });
    expect(left.headers.get('set-cookie')).toMatch(/^vigie=; .*Max-Age=0/);
    expect((await door.call('GET', desk, { headers: { cookie } })).status).toBe(303);
  });

  it('shows a page to the roles of its policy only', async () => {
    const { door, enter } = await opening();
    const { director, orgId } = await house;
    const { cookie } = await enter((await newcomer(director, ['DPO'])).secret);
    expect((await door.call('GET', `/o/${orgId}/desk`, { headers: { cookie } })).status).toBe(403);
  });
});

describe('a form', () => {
  it('of this place and session acts, under a key of its rendering', async () => {
    const { form, cookie, csrf, formKey, desk } = await atDesk();
    const sent = await form(desk, { _csrf: csrf, _key: formKey, note: 'seen' }, { cookie });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/done']);
    expect(acts).toEqual([expect.stringMatching(new RegExp(`^page/.*/${formKey}: seen$`))]);
  });

  it.each<{ rule: string; headers: Record<string, string>; fields: Record<string, string> }>([
    { rule: 'without its token', headers: {}, fields: { _csrf: '' } },
    { rule: 'with another token', headers: {}, fields: { _csrf: 'x'.repeat(43) } },
    { rule: 'from another origin', headers: { origin: 'https://evil.example' }, fields: {} },
    { rule: 'from an origin that hides', headers: { origin: 'null' }, fields: {} },
    { rule: 'from another site, by its own word', headers: { 'sec-fetch-site': 'cross-site' }, fields: {} },
    { rule: 'from a neighbour site', headers: { 'sec-fetch-site': 'same-site' }, fields: {} },
    { rule: 'from nowhere', headers: { origin: '' }, fields: {} },
  ])('$rule is refused and does nothing', async ({ headers, fields }) => {
    const { form, cookie, csrf, desk } = await atDesk();
    const sent = await form(desk, { _csrf: csrf, note: 'forged', ...fields }, { cookie, ...headers });
    expect(sent.status).toBe(403);
    expect(acts).toEqual([]);
  });

  it('as text/plain or JSON is refused', async () => {
    const { form, cookie, csrf, desk } = await atDesk();
    for (const type of ['text/plain', 'application/json']) {
      const sent = await form(desk, { _csrf: csrf, note: 'forged' }, { cookie, 'content-type': type });
      expect(sent.status).toBe(415);
    }
    expect(acts).toEqual([]);
  });

  it('with faults shows the page again with what was typed', async () => {
    const { form, cookie, csrf, desk } = await atDesk();
    const note = 'far too long for this field';
    const sent = await form(desk, { _csrf: csrf, note }, { cookie });
    expect(sent.status).toBe(400);
    const { refusal } = JSON.parse(sent.text);
    expect(refusal).toMatchObject({ error: { issues: [{ pointer: '/form/note' }] }, form: { note } });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\r\nset-cookie: x=1'])(
    'leads to no other place: %j',
    async (next) => {
      const { form, cookie, csrf, desk } = await atDesk();
      const sent = await form(desk, { _csrf: csrf, note: 'seen', next }, { cookie });
      expect(sent.headers.get('location')).toBe('/');
    },
  );

  it('is never acted on by GET', async () => {
    const { door, cookie, csrf, desk } = await atDesk();
    await door.call('GET', `${desk}?_csrf=${csrf}&note=forged`, { headers: { cookie } });
    expect(acts).toEqual([]);
  });
});

describe('the language', () => {
  it.each([
    { rule: 'is what was chosen', headers: { cookie: 'vigie-lang=en', 'accept-language': 'fr' }, title: 'Enter Vigie' },
    { rule: 'is the browser’s', headers: { 'accept-language': 'de, en;q=0.8, fr;q=0.4' }, title: 'Enter Vigie' },
    { rule: 'is French where nothing fits', headers: { 'accept-language': 'de' }, title: 'Entrer dans Vigie' },
  ])('$rule', async ({ headers, title }) => {
    const { door } = await opening();
    expect((await door.call('GET', '/enter', { headers: headers as Record<string, string> })).text).toContain(title);
  });

  it('of the person goes before the browser’s', async () => {
    const { door, cookie, desk } = await atDesk();
    const { text } = await door.call('GET', desk, { headers: { cookie, 'accept-language': 'en' } });
    expect(JSON.parse(text)).toMatchObject({ language: 'fr' });
  });
});
