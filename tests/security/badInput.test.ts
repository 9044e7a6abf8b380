import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restRoutes } from '../../api/rest/routes';
import { openDoor } from '../fakes/door';
import { createMemoryHouse } from '../fakes/memoryHouse';
import { addressOf, type Furnished, furnish } from './matrixHouse';

const house = createMemoryHouse();
let door: Awaited<ReturnType<typeof openDoor>>;
let home: Furnished;

beforeAll(async () => {
  door = await openDoor(house.ports);
  home = await furnish(door, house.ports, house.proofs.signNow);
});
afterAll(() => door.stop());

/** A body of bytes has no fields to name. */
const writes = restRoutes.filter(({ method, raw }) => method === 'post' && raw === undefined);
/** Never what a field of this kind is. */
const wrong = (value: unknown) => (typeof value === 'object' && value !== null ? 12 : { not: 'this' });

describe.each(writes.map((route) => ({ name: route.operationId, route })))('$name', ({ route }) => {
  const good = (route.example.body ?? {}) as Record<string, unknown>;
  const bad = Object.fromEntries(Object.entries(good).map(([name, value]) => [name, wrong(value)]));
  const headers = Object.entries(route.request.headers.shape).flatMap(([name, one]) =>
    one.safeParse(undefined).success ? [] : [name],
  );

  it('with every field wrong, one too many and no header names each of them, and changes nothing', async () => {
    const before = [await house.ports.journal.head(home.orgId), house.mails.length];
    const answer = await door.call('POST', addressOf(route, home.known), {
      token: home.token,
      body: { ...bad, oneTooMany: 1 },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
    const pointers = answer.body.issues.map(({ pointer }: { pointer: string }) => pointer);
    const expected = [
      ...Object.keys(good).map((name) => `/body/${name}`),
      '/body/oneTooMany',
      ...headers.map((name) => `/headers/${name}`),
    ];
    expect(pointers.toSorted()).toEqual(expected.toSorted());
    expect([await house.ports.journal.head(home.orgId), house.mails.length]).toEqual(before);
  });

  it('with nothing but an empty body names each field that is needed', async () => {
    const needed = Object.keys(good).filter((name) => !isOptional(route.request.body, name));
    const answer = await door.call('POST', addressOf(route, home.known), { token: home.token, body: {} });
    expect(answer.status).toBe(400);
    const pointers = answer.body.issues.map(({ pointer }: { pointer: string }) => pointer);
    for (const name of needed) expect(pointers).toContain(`/body/${name}`);
  });
});

function isOptional(body: unknown, name: string): boolean {
  const shape = (body as { shape?: Record<string, { safeParse(value: unknown): { success: boolean } }> }).shape;
  return shape?.[name]?.safeParse(undefined).success ?? true;
}
