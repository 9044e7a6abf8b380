import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createExchangeCarrier } from '../../../adapters/webhook/carrier';
import { HOOK_CERTIFICATE, type HookServer, startHookServer } from '../../fakes/hookServer';

const bytes = Buffer.from('{"format":"vigie-exchange/1"}\n{"seal":"é"}\n');
let secure: HookServer;
let plain: HookServer;

beforeAll(async () => {
  const answers: Parameters<typeof startHookServer>[0] = {
    '/receipt': (response) => response.writeHead(200).end('{"format":"vigie-receipt/1"}\n'),
    '/problem': (response) => response.writeHead(403).end('{"code":"exchange.stranger"}'),
    '/long': (response) => response.writeHead(200).end(Buffer.alloc(1_000_000, 'x')),
    '/moved': (response) => response.writeHead(302, { location: '/receipt' }).end(),
    '/slow': () => undefined,
    '/cut': (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => response.destroy(), 50);
    },
  };
  secure = await startHookServer(answers);
  plain = await startHookServer(answers, { secure: false });
});
afterAll(async () => {
  await secure.stop();
  await plain.stop();
});

const settings = { allowedHosts: ['127.0.0.1'], caFile: HOOK_CERTIFICATE, now: () => new Date() };
const post = (url: string, more = {}, allowedHosts = settings.allowedHosts) =>
  createExchangeCarrier({ ...settings, allowedHosts })({
    url,
    bytes,
    mediaType: 'application/x-ndjson',
    mayLeave: Promise.resolve(true),
    ...more,
  });

describe('a message to another installation', () => {
  it('arrives with its bytes, and what is answered comes back', async () => {
    expect(await post(secure.urlOf('/receipt'))).toEqual({ status: 200, body: '{"format":"vigie-receipt/1"}\n' });
    expect(secure.received.at(-1)).toMatchObject({ body: bytes.toString('utf8') });
    expect(secure.received.at(-1)?.headers['content-type']).toBe('application/x-ndjson');
    expect(await post(secure.urlOf('/problem'))).toEqual({ status: 403, body: '{"code":"exchange.stranger"}' });
  });

  it('follows no redirect, and takes no answer that is long or breaks off', async () => {
    expect(await post(secure.urlOf('/moved'))).toMatchObject({ status: 302 });
    expect(await post(secure.urlOf('/long'))).toEqual({ status: 200, body: '' });
    expect(await post(secure.urlOf('/cut'))).toEqual({ status: 200, body: '' });
  });

  it('goes to no private address that the operator has not named', async () => {
    const before = secure.received.length;
    expect(await post(secure.urlOf('/receipt'), {}, [])).toEqual({ status: null, why: 'closed' });
    expect(secure.received).toHaveLength(before);
  });

  it('goes without encryption to this very machine alone, and there only by name', async () => {
    expect(await post(plain.urlOf('/receipt'))).toMatchObject({ status: 200 });
    expect(await post(plain.urlOf('/receipt'), {}, [])).toEqual({ status: null, why: 'closed' });
    expect(await post('http://vigie.example/exchange/1', {}, ['vigie.example'])).toEqual({
      status: null,
      why: 'closed',
    });
  });

  it('that nobody answers may have been taken; what was not to leave, or finds nobody, was not', async () => {
    expect(await post(secure.urlOf('/slow'), { timeoutMs: 300 })).toEqual({ status: null, why: 'unknown' });
    expect(await post('https://127.0.0.1:1/')).toEqual({ status: null, why: 'away' });
    const before = secure.received.length;
    expect(await post(secure.urlOf('/receipt'), { mayLeave: Promise.resolve(false) })).toEqual({
      status: null,
      why: 'away',
    });
    expect(secure.received).toHaveLength(before);
  });
});
