import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSmsCarrier, createWebhookCarrier } from '../../../adapters/webhook/carrier';
import { signedHeaders } from '../../../adapters/webhook/sign';
import { HOOK_CERTIFICATE, type HookServer, startHookServer } from '../../fakes/hookServer';
import { verifyWebhook } from '../../fakes/standardWebhooks';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OLDER = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const bytes = Buffer.from('{"type":"notice.version","é":1}');
const drip = (response: ServerResponse) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
};
const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(code, headers).end('secret words of the other side');

let server: HookServer;
let elsewhere: HookServer;

beforeAll(async () => {
  elsewhere = await startHookServer();
  server = await startHookServer({
    '/slow': () => undefined,
    '/drip': drip,
    '/cut': (response) => response.destroy(),
    '/huge': (response) => {
      response.writeHead(200);
      response.end(Buffer.alloc(20_000_000));
    },
    '/head': status(200, { 'x-long': 'x'.repeat(20_000) }),
    '/moved': status(302, { location: elsewhere.urlOf('/caught') }),
    ...Object.fromEntries(
      [200, 201, 301, 307, 400, 401, 404, 408, 410, 425, 429, 500, 503].map((n) => [`/${n}`, status(n)]),
    ),
  });
});
afterAll(async () => {
  await server.stop();
  await elsewhere.stop();
});

const settings = { allowedHosts: ['127.0.0.1'], caFile: HOOK_CERTIFICATE, now: () => new Date() };
const message = (path: string, more = {}) => ({
  url: server.urlOf(path),
  id: 'msg_1',
  bytes,
  secrets: [SECRET],
  mayLeave: Promise.resolve(true),
  ...more,
});
const carry = (path: string, more = {}) => createWebhookCarrier(settings)(message(path, more));

describe('a webhook', () => {
  it('arrives with the bytes as they are and headers that a receiver of the standard accepts', async () => {
    expect(await carry('/ok')).toEqual({ result: 'accepted', replyCode: 204 });
    const got = server.received.at(-1);
    expect(got?.body).toBe(bytes.toString());
    expect(got?.headers).toMatchObject({ 'webhook-id': 'msg_1', 'content-type': 'application/json' });
    expect(await verifyWebhook(got?.headers ?? {}, got?.body ?? '', SECRET)).toBe(true);
    expect(await verifyWebhook(got?.headers ?? {}, `${got?.body} `, SECRET)).toBe(false);
    expect(await verifyWebhook(got?.headers ?? {}, got?.body ?? '', OLDER)).toBe(false);
  });

  it('is signed for each secret that counts, while one takes the place of another', async () => {
    await carry('/ok', { secrets: [SECRET, OLDER] });
    const got = server.received.at(-1);
    for (const secret of [SECRET, OLDER]) {
      expect(await verifyWebhook(got?.headers ?? {}, got?.body ?? '', secret)).toBe(true);
    }
  });

  it('is signed as in the example of the standard itself', () => {
    const at = new Date(1_614_265_330_000);
    const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
    const body = Buffer.from('{"test": 2432232314}');
    expect(signedHeaders(id, at, body, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it.each([
    ['/200', 'accepted'],
    ['/201', 'accepted'],
    ['/301', 'refused'],
    ['/307', 'refused'],
    ['/400', 'refused'],
    ['/401', 'refused'],
    ['/404', 'refused'],
    ['/410', 'refused'],
    ['/408', 'deferred'],
    ['/425', 'deferred'],
    ['/429', 'deferred'],
    ['/500', 'deferred'],
    ['/503', 'deferred'],
  ])('answered with %s is %s, and only the status is known of the answer', async (path, result) => {
    expect(await carry(path)).toEqual({ result, replyCode: Number(path.slice(1)) });
  });

  it('follows no redirect', async () => {
    expect(await carry('/moved')).toEqual({ result: 'refused', replyCode: 302 });
    expect(elsewhere.received).toEqual([]);
  });

  it('of which no answer comes in time may have been taken', async () => {
    const startedMs = Date.now();
    expect(await carry('/slow', { timeoutMs: 300 })).toEqual({ result: 'unknown', replyCode: null });
    expect(Date.now() - startedMs).toBeLessThan(2_000);
    expect(await carry('/cut')).toEqual({ result: 'unknown', replyCode: null });
  });

  it('waits for no body, however slow or long', async () => {
    const startedMs = Date.now();
    expect(await carry('/drip')).toEqual({ result: 'accepted', replyCode: 200 });
    expect(await carry('/huge')).toEqual({ result: 'accepted', replyCode: 200 });
    expect(Date.now() - startedMs).toBeLessThan(2_000);
    expect(await carry('/head')).toEqual({ result: 'unknown', replyCode: null });
  });

  it('reaches nothing in a private network that the operator has not named, and nothing twice resolved', async () => {
    const before = server.received.length;
    const closed = { result: 'refused', replyCode: null };
    const stranger = createWebhookCarrier({ ...settings, allowedHosts: [] });
    expect(await stranger(message('/ok'))).toEqual(closed);
    expect(await stranger(message('/ok', { url: server.urlOf('/ok', 'localhost') }))).toEqual(closed);
    const asked: string[] = [];
    const rebinding = createWebhookCarrier({
      ...settings,
      allowedHosts: [],
      async resolve(host) {
        asked.push(host);
        return [{ address: asked.length === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
      },
    });
    expect(await rebinding(message('/ok', { url: server.urlOf('/ok', 'hooks.test') }))).toEqual(closed);
    expect(asked).toEqual(['hooks.test']);
    expect(server.received).toHaveLength(before);
  });

  it('goes to the very address that was looked at, under its own name', async () => {
    const asked: string[] = [];
    const pinned = createWebhookCarrier({
      ...settings,
      allowedHosts: ['hooks.test'],
      async resolve(host) {
        asked.push(host);
        return [{ address: '127.0.0.1', family: 4 }];
      },
    });
    expect(await pinned(message('/ok', { url: server.urlOf('/ok', 'hooks.test') }))).toMatchObject({
      result: 'accepted',
    });
    expect(asked).toEqual(['hooks.test']);
    expect(server.received.at(-1)?.headers.host).toBe(`hooks.test:${server.port}`);
  });

  it('is put off where nobody listens, no certificate fits, no name is found, or no secret is there', async () => {
    const putOff = { result: 'deferred', replyCode: null };
    const nobody = await startHookServer();
    await nobody.stop();
    expect(await carry('/ok', { url: nobody.urlOf('/ok') })).toEqual(putOff);
    expect(await createWebhookCarrier({ ...settings, caFile: null })(message('/ok'))).toEqual(putOff);
    const nameless = { ...settings, resolve: () => Promise.reject(new Error('ENOTFOUND')) };
    expect(await createWebhookCarrier(nameless)(message('/ok', { url: 'https://hooks.test/' }))).toEqual(putOff);
    const silent = { ...settings, resolve: () => new Promise<never>(() => undefined) };
    const late = message('/ok', { url: 'https://hooks.test/', timeoutMs: 100 });
    expect(await createWebhookCarrier(silent)(late)).toEqual(putOff);
    expect(await carry('/ok', { secrets: [] })).toEqual(putOff);
  });

  it('says nothing to anybody before it may, or if it may not', async () => {
    const before = server.received.length;
    expect(await carry('/ok', { mayLeave: Promise.resolve(false) })).toMatchObject({ result: 'deferred' });
    expect(await carry('/ok', { mayLeave: Promise.reject(new Error('lost')) })).toMatchObject({ result: 'deferred' });
    expect(server.received).toHaveLength(before);
  });

  it('goes nowhere without https, whatever an older entry says', async () => {
    expect(await carry('/ok', { url: `http://127.0.0.1:${server.port}/ok` })).toEqual({
      result: 'refused',
      replyCode: null,
    });
  });
});

it('a short message goes to the operator’s gateway on this machine, signed and with its token', async () => {
  const gateway = await startHookServer({}, { secure: false });
  const sms = createSmsCarrier(
    { ...settings, allowedHosts: [] },
    { url: gateway.urlOf('/send'), secret: SECRET, token: 't0k' },
  );
  const { id, mayLeave } = message('');
  expect(await sms({ id, bytes, mayLeave })).toEqual({ result: 'accepted', replyCode: 204 });
  const [got] = gateway.received;
  expect(got?.headers.authorization).toBe('Bearer t0k');
  expect(await verifyWebhook(got?.headers ?? {}, got?.body ?? '', SECRET)).toBe(true);
  await gateway.stop();
});
