import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LONGEST_BODY } from '../../api/http/readBody';
import { openDoor } from '../fakes/door';
import { createHousePorts, newcomer, startedHouse } from '../fakes/organisations';

const ports = createHousePorts(() => new Date('2026-03-27T12:00:00Z'));
let door: Awaited<ReturnType<typeof openDoor>>;
let house: Awaited<ReturnType<typeof startedHouse>>;
let here: string;
let oncall: string;

beforeAll(async () => {
  door = await openDoor(ports);
  house = await startedHouse(ports);
  here = `/api/v1/organisations/${house.orgId}`;
  oncall = (await newcomer(house.director, ['O'])).secret;
});
afterAll(() => door.stop());

const paul = { name: 'Paul Modèle', email: 'paul@exemple.fr', phone: null, language: 'fr', roles: ['O'] };
const post = (options: {
  token?: string;
  key?: string;
  headers?: Record<string, string>;
  body?: unknown;
  raw?: string;
}) =>
  door.call('POST', `${here}/members`, {
    token: house.token,
    body: options.raw === undefined ? paul : undefined,
    ...options,
    headers: { 'idempotency-key': options.key ?? 'a-key-of-mine', ...options.headers },
  });

/** A body that would be taken but for the member that is added, or put in the place of another. */
const good = (member: string, instead?: keyof typeof paul): string => {
  const rest = Object.fromEntries(Object.entries(paul).filter(([name]) => name !== instead));
  return `{${member},${JSON.stringify(rest).slice(1)}`;
};

describe('a refusal', () => {
  it.each<{ rule: string; status: number; code: string; options: Parameters<typeof post>[0] }>([
    { rule: 'without a token', status: 401, code: 'credentials.missing', options: { headers: { authorization: '' } } },
    {
      rule: 'of an unknown token',
      status: 401,
      code: 'credentials.missing',
      options: { token: `vgt_${'0'.repeat(64)}` },
    },
    { rule: 'of a role', status: 403, code: 'actor.forbidden', options: { token: 'oncall' } },
    { rule: 'of a missing key', status: 400, code: 'input.invalid', options: { headers: { 'idempotency-key': '' } } },
    { rule: 'of a short key', status: 400, code: 'input.invalid', options: { key: 'short' } },
    { rule: 'of a long key', status: 400, code: 'input.invalid', options: { key: 'k'.repeat(129) } },
    {
      rule: 'of another media type',
      status: 415,
      code: 'body.unsupported',
      options: { headers: { 'content-type': 'text/plain' } },
    },
    {
      rule: 'of another charset',
      status: 415,
      code: 'body.unsupported',
      options: { headers: { 'content-type': 'application/json; charset=latin1' } },
    },
    {
      rule: 'of a packed body',
      status: 415,
      code: 'body.unsupported',
      options: { headers: { 'content-encoding': 'gzip' } },
    },
    {
      rule: 'of a long body',
      status: 413,
      code: 'body.tooLarge',
      options: { raw: JSON.stringify('x'.repeat(LONGEST_BODY)) },
    },
    { rule: 'of no JSON', status: 400, code: 'input.invalid', options: { raw: '{"name":' } },
    { rule: 'of an empty body', status: 400, code: 'input.invalid', options: { raw: '' } },
    { rule: 'of a name given twice', status: 400, code: 'input.invalid', options: { raw: good('"name":"b"') } },
    {
      rule: 'of __proto__',
      status: 400,
      code: 'input.invalid',
      options: { raw: good('"__proto__":{"roles":["DIR"]}') },
    },
    {
      rule: 'of half a surrogate pair',
      status: 400,
      code: 'input.invalid',
      options: { raw: good('"name":"\\ud800"', 'name') },
    },
    { rule: 'of NUL', status: 400, code: 'input.invalid', options: { raw: good('"name":"\\u0000"', 'name') } },
    {
      rule: 'of endless depth',
      status: 400,
      code: 'input.invalid',
      options: { raw: '['.repeat(40_000) + ']'.repeat(40_000) },
    },
  ])('$rule is $status $code and changes nothing', async ({ status, code, options }) => {
    const before = ports.journal.entries.length;
    const token = options.token === 'oncall' ? oncall : (options.token ?? house.token);
    const answer = await post({ ...options, token });
    expect(answer).toMatchObject({ status, body: { status, code, type: `urn:vigie:problem:${code}` } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(ports.journal.entries).toHaveLength(before);
  });

  it('lists every fault at once, each with its pointer', async () => {
    const body = { ...paul, email: 'no address', roles: ['O', 'KING'], language: undefined, extra: 1 };
    const answer = await post({ key: 'short', body });
    const pointers = answer.body.issues.map(({ pointer }: { pointer: string }) => pointer).toSorted();
    expect(pointers).toEqual([
      '/body/email',
      '/body/extra',
      '/body/language',
      '/body/roles/1',
      '/headers/idempotency-key',
    ]);
  });

  it('lists what no text may hold beside what is wrong with what it says', async () => {
    const answer = await post({ raw: JSON.stringify({ ...paul, name: '\0', email: 'no address' }) });
    const faults = answer.body.issues.map((one: { pointer: string; message: string }) => [one.pointer, one.message]);
    expect(faults).toContainEqual(['/body/name', 'holds a NUL']);
    expect(faults.map(([pointer]: [string]) => pointer)).toContain('/body/email');
  });

  it('without a token says how to say who one is', async () => {
    const { headers } = await door.call('GET', here);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="vigie"');
  });

  it('of an unreadable body that is not UTF-8 says so', async () => {
    const body = Buffer.from([0x22, 0xff, 0x22]);
    const headers = {
      authorization: `Bearer ${house.token}`,
      'content-type': 'application/json',
      'idempotency-key': 'a-key-of-mine',
    };
    const response = await fetch(`${door.base}${here}/members`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ issues: [{ pointer: '/body', message: 'is not UTF-8' }] });
  });
});

describe('a decision', () => {
  const change = (headers: Record<string, string>, body: unknown = { roles: ['IM'] }) =>
    door.call('POST', `${here}/members/nobody/roles`, {
      token: house.token,
      headers: { 'idempotency-key': 'decision-key', ...headers },
      body,
    });

  it('without If-Match is 428; beside other faults that is one more of them', async () => {
    expect(await change({})).toMatchObject({ status: 428, body: { issues: [{ pointer: '/headers/if-match' }] } });
    const both = await change({}, { roles: [] });
    expect(both).toMatchObject({ status: 400, body: { issues: [{}, {}] } });
  });

  it('on what has changed since is 412 and says what changed', async () => {
    expect(await change({ 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: {
        code: 'revision.stale',
        current: expect.any(Number),
        changed: expect.arrayContaining([expect.anything()]),
      },
    });
  });

  it('under a weak or malformed ETag is 400', async () => {
    expect(await change({ 'if-match': 'W/"1"' })).toMatchObject({ status: 400 });
  });
});

describe('one key', () => {
  it('50 times at once is one entry and one answer', async () => {
    const before = ports.journal.entries.length;
    const answers = await Promise.all(Array.from({ length: 50 }, () => post({ key: 'fifty-times' })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(ports.journal.entries).toHaveLength(before + 1);
  });

  it('with another request is 409', async () => {
    const lou = { ...paul, email: 'lou@exemple.fr' }; // an address is one member's
    await post({ key: 'used-before', body: lou });
    const other = await post({ key: 'used-before', body: { ...lou, name: 'Paula' } });
    expect(other).toMatchObject({ status: 409, body: { code: 'key.reused' } });
  });

  it('of a caller cannot be one of the engine’s', async () => {
    expect(await post({ key: 'first-token', body: { ...paul, email: 'noa@exemple.fr' } })).toMatchObject({
      status: 201,
    });
    expect(ports.journal.entries.filter(({ key }) => key === 'first-token')).toHaveLength(1);
  });
});
