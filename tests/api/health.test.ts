import { connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createAdmin } from '../../api/admin/createAdmin';
import { createMetrics } from '../../api/admin/metrics';
import { defineRead } from '../../api/http/defineRoute';
import type { Door } from '../../api/http/door';
import { orgParams } from '../../api/http/fields';
import { listen } from '../../api/http/listen';
import { anyMember } from '../../application/policies/asker';
import { openDoor } from '../fakes/door';
import { createHousePorts, startedHouse } from '../fakes/organisations';

const ports = createHousePorts(() => new Date('2026-03-27T12:00:00Z'));
const house = startedHouse(ports);
const well: Door['health'] = {
  database: async () => true,
  clockOffsetMs: async () => 0,
  projections: async () => true,
  temporal: async () => true,
  signing: async () => true,
  isStopping: () => false,
};
const never = <T>() => new Promise<T>(() => {});
const stops: (() => Promise<void>)[] = [];
afterAll(async () => void (await Promise.all(stops.map((stop) => stop()))));

async function opened(...options: Parameters<typeof openDoor> extends [unknown, ...infer Rest] ? Rest : never) {
  const door = await openDoor(ports, ...options);
  stops.push(() => door.stop(100));
  return door;
}

/** A route whose use case does what the test says. */
const route = (work: () => Promise<unknown>) =>
  defineRead({
    path: '/api/v1/organisations/{orgId}/work',
    operationId: 'work',
    summary: 'Works',
    description: 'As the test says',
    tag: 'test',
    policy: anyMember,
    params: orgParams,
    status: 200,
    response: z.unknown(),
    example: { response: null },
    handler: async () => ({ ok: true, value: { body: await work() } }),
  });

describe('readiness', () => {
  it.each<{ rule: string; health: Partial<Door['health']>; status: number; body: object }>([
    { rule: 'is given when all is well', health: {}, status: 200, body: { status: 'ready' } },
    {
      rule: 'is kept without Temporal: everything is still recorded',
      health: { temporal: async () => Promise.reject(new Error('away')) },
      status: 200,
      body: { status: 'degraded', temporal: 'away' },
    },
    {
      rule: 'says that a journal contradicts what was signed: recording goes on',
      health: { signing: async () => false },
      status: 200,
      body: { status: 'degraded', signing: 'wrong' },
    },
    {
      rule: 'is lost without the database',
      health: { database: async () => Promise.reject(new Error('away')) },
      status: 503,
      body: { status: 'notReady', database: 'away' },
    },
    {
      rule: 'is lost when the database is mute',
      health: { database: () => never<boolean>() },
      status: 503,
      body: { status: 'notReady', database: 'away' },
    },
    {
      rule: 'is lost a minute off the database’s clock',
      health: { clockOffsetMs: async () => -60_000 },
      status: 503,
      body: { status: 'notReady', clock: 'wrong' },
    },
    {
      rule: 'is lost without projections',
      health: { projections: async () => false },
      status: 503,
      body: { status: 'notReady', projections: 'away' },
    },
    { rule: 'is lost while stopping', health: { isStopping: () => true }, status: 503, body: { status: 'notReady' } },
  ])('$rule', async ({ health, status, body }) => {
    const door = await opened({ door: { health: { ...well, ...health } } });
    expect(await door.call('GET', '/health/ready')).toMatchObject({ status, body });
    expect((await door.call('GET', '/health/live')).status).toBe(200);
  });
});

describe('a use case', () => {
  const ask = async (work: () => Promise<unknown>, health: Partial<Door['health']> = {}) => {
    const door = await opened({ house: { routes: [route(work)] }, door: { health: { ...well, ...health } } });
    const { orgId, token } = await house;
    const answer = await door.call('GET', `/api/v1/organisations/${orgId}/work`, { token });
    return { answer, logged: door.logged };
  };

  it('that waits for a mute database is answered 503 within 2 s', async () => {
    const from = Date.now();
    const { answer } = await ask(() => never(), { database: () => never<boolean>() });
    expect(answer).toMatchObject({ status: 503, body: { code: 'database.away' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(Date.now() - from).toBeLessThan(2_000 + 3_000); // on a busy machine; the next rule waits longer than the limit
  });

  it('that is slow on a database that lives is waited for', async () => {
    const { answer } = await ask(() => sleep(2_500, { slow: true }));
    expect(answer).toMatchObject({ status: 200, body: { slow: true } });
  });

  it('whose database drops the connection is answered 503', async () => {
    const lost = Object.assign(new Error('connection 1 to 10.0.0.1 closed'), { name: 'MongoNetworkError' });
    const { answer } = await ask(() => Promise.reject(lost));
    expect(answer).toMatchObject({ status: 503, body: { code: 'database.away' } });
  });

  it('that breaks shows nothing of it, and logs where without what', async () => {
    const { answer, logged } = await ask(() => Promise.reject(new Error('E11000 dup key: camille@exemple.fr')));
    expect(answer).toMatchObject({ status: 500, body: { code: 'unexpected' } });
    expect(answer.text).not.toMatch(/E11000|camille|\.ts/);
    const [line] = logged.filter(({ level }) => level === 'error');
    expect(line?.facts).toMatchObject({ kind: 'Error', at: expect.arrayContaining([expect.stringContaining('at ')]) });
    expect(JSON.stringify(line)).not.toContain('camille');
  });
});

describe('stopping', () => {
  it('finishes what has begun, takes nothing new, and ends in time', async () => {
    const door = await openDoor(ports, { house: { routes: [route(() => sleep(400, { whole: true }))] } });
    const { orgId, token } = await house;
    const running = door.call('GET', `/api/v1/organisations/${orgId}/work`, { token });
    await sleep(100);
    const stopped = door.stop();
    await expect(door.call('GET', '/health/live')).rejects.toThrow();
    expect(await running).toMatchObject({ status: 200, body: { whole: true } });
    await stopped;
  });

  it('ends what does not finish after its grace', async () => {
    const door = await openDoor(ports, { house: { routes: [route(() => never())] } });
    const { orgId, token } = await house;
    const running = door.call('GET', `/api/v1/organisations/${orgId}/work`, { token });
    running.catch(() => {});
    await sleep(100);
    await door.stop(200);
    await expect(running).rejects.toThrow();
  });

  it('does not wait for idle connections', async () => {
    const door = await openDoor(ports);
    const idle = connect(door.port, '127.0.0.1');
    await once(idle, 'connect');
    const from = Date.now();
    await door.stop(500);
    expect(Date.now() - from).toBeLessThan(1_000);
    idle.destroy();
  });
});

describe('the admin listener', () => {
  it('shows figures by route template and status', async () => {
    const { registry, observe } = createMetrics();
    const door = await opened({ door: { observe } });
    await door.call('GET', '/health/live');
    await door.call('GET', '/some/secret');
    const { port, stop } = await listen(createAdmin({ health: well }, registry), { port: 0, host: '127.0.0.1' });
    stops.push(stop);
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain('vigie_http_answer_seconds_count{method="GET",route="/health/live",status="200"} 1');
    expect(text).not.toContain('secret');
  });
});
