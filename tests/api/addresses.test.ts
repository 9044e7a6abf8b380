import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDoor } from '../fakes/door';
import { createHousePorts, startedHouse } from '../fakes/organisations';

const ports = createHousePorts(() => new Date('2026-03-27T12:00:00Z'));
let door: Awaited<ReturnType<typeof openDoor>>;
let house: Awaited<ReturnType<typeof startedHouse>>;
let here: string;

beforeAll(async () => {
  door = await openDoor(ports);
  house = await startedHouse(ports);
  here = `/api/v1/organisations/${house.orgId}`;
});
afterAll(() => door.stop());

const paul = { name: 'Paul Modèle', email: 'paul@exemple.fr', phone: null, language: 'fr', roles: ['O'] };
/** Bytes as they are, without what a client would mend. */
async function rawCall(text: string): Promise<string> {
  const socket = connect(door.port, '127.0.0.1');
  socket.end(text);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('utf8');
}

describe('addresses', () => {
  it.each(['/nowhere', '/api/v1/organisations', '/api/v2/openapi.json', '/API/v1/openapi.json', '/health/live/'])(
    '%s has nothing',
    async (path) => {
      expect(await door.call('GET', path)).toMatchObject({ status: 404, body: { code: 'subject.unknown' } });
    },
  );

  it('that cannot be decoded are 400', async () => {
    expect(await door.call('GET', '/api/v1/organisations/%E0%A4%A')).toMatchObject({ status: 400 });
  });

  it('of another organisation, and of none, answer the very bytes of an unknown subject', async () => {
    const id = { 'x-request-id': 'same-request-id' };
    const ask = async (path: string) => {
      const { headers, text, status } = await door.call('GET', path, { token: house.token, headers: id });
      return { status, text, headers: [...headers].filter(([name]) => name !== 'date') };
    };
    const unknown = await ask('/nowhere');
    expect(unknown.status).toBe(404);
    expect(await ask('/api/v1/organisations/other')).toEqual(unknown);
    expect(await ask('/api/v1/organisations/other/members')).toEqual(unknown);
  });

  it('say in Allow what they answer', async () => {
    const options = await door.call('OPTIONS', `${here}/members`);
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
    const deleted = await door.call('DELETE', `${here}/members`, { token: house.token });
    expect([deleted.status, deleted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
  });

  it('answer HEAD as GET, without a body', async () => {
    const head = await door.call('HEAD', here, { token: house.token });
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', expect.stringMatching(/^"\d+"$/)]);
  });

  it.each(['?unknown=1', '?after=1&after=2', '?after=%00'])('refuse the query %s', async (query) => {
    expect(await door.call('GET', `${here}/members${query}`, { token: house.token })).toMatchObject({ status: 400 });
  });
});

describe('every answer', () => {
  it('carries the caller’s request id if it is a sane one, else a new one', async () => {
    const sane = await door.call('GET', '/health/live', { headers: { 'x-request-id': 'abc-12345' } });
    expect(sane.headers.get('x-request-id')).toBe('abc-12345');
    const odd = await door.call('GET', '/health/live', { headers: { 'x-request-id': 'a b\tc; "' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['/health/live', '/nowhere', '/enter', '/api/v1/openapi.json'])(
    '%s is not kept, framed or guessed',
    async (path) => {
      const { headers } = await door.call('GET', path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('leaves a line that names the route, and nobody', async () => {
    await door.call('POST', `${here}/members`, {
      token: house.token,
      headers: { 'idempotency-key': 'logged-key-1' },
      body: paul,
    });
    await door.call('GET', `${here}/members?after=secret-word`, { token: house.token });
    const lines = JSON.stringify(door.logged);
    expect(lines).toContain('/api/v1/organisations/:orgId/members');
    expect(lines).not.toMatch(/Paul|paul@|vgt_|secret-word|127\.0\.0\.1/);
  });
});

describe('before anything is parsed', () => {
  it('headers that are too many are 431', async () => {
    const many = Array.from({ length: 120 }, (_, index) => `x-h-${index}: 1`).join('\r\n');
    const answer = await rawCall(`GET /health/live HTTP/1.1\r\nhost: x\r\n${many}\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('headers.tooLarge');
  });

  it('headers that are too long are 431', async () => {
    const answer = await rawCall(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('what is no HTTP is 400', async () => {
    expect(await rawCall('HELO vigie\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('a body that is declared longer than any is not waited for', async () => {
    const head = [
      `POST ${here}/members HTTP/1.1`,
      'host: x',
      `authorization: Bearer ${house.token}`,
      'content-type: application/json',
      'idempotency-key: a-key-of-mine',
      'content-length: 10000000',
    ];
    expect(await rawCall(`${head.join('\r\n')}\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 413 /);
  });
});
