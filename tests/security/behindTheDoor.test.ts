import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restRoutes } from '../../api/rest/routes';
import { openDoor } from '../fakes/door';
import { createMemoryHouse } from '../fakes/memoryHouse';
import { newcomer } from '../fakes/organisations';
import { statusNotice } from '../fakes/statusNotice';
import { tokenFor } from '../fakes/realHouse';
import { addressOf, type Furnished, furnish } from './matrixHouse';
import { everybody, rights, type Who } from './rights';

/** The twin of the matrix of roles: a door that lets everybody in. The use cases must still refuse. */
const open = restRoutes.map((route) => ({ ...route, policy: () => true }));
const house = createMemoryHouse();
let door: Awaited<ReturnType<typeof openDoor>>;
let home: Furnished;
let tokens: Map<Who, string>;

beforeAll(async () => {
  door = await openDoor(house.ports, { house: { routes: open } });
  home = await furnish(door, house.ports, house.proofs.signNow);
  tokens = new Map();
  for (const who of everybody) {
    const tool = { kind: 'tool' as const, id: 'siem' };
    const token =
      who === 'tool' ? await tokenFor(home.director, tool, ['O']) : (await newcomer(home.director, [who])).secret;
    tokens.set(who, token);
  }
});
afterAll(() => door.stop());

const report = () => statusNotice({ action: 'failed', envelopeId: `${home.orgId}/n.0` });

const guarded = open.filter(({ operationId }) => (rights[operationId]?.length ?? 0) < everybody.length);

describe.each(guarded.map((route) => ({ name: route.operationId, route })))('$name', ({ name, route }) => {
  it('is refused by its use case to whoever may not, door or no door', async () => {
    const before = await house.ports.journal.head(home.orgId);
    for (const who of everybody.filter((one) => rights[name]?.includes(one) !== true)) {
      const answer = await door.call(route.method.toUpperCase(), addressOf(route, home.known), {
        token: tokens.get(who) ?? '',
        ...(route.method === 'post' && {
          // The one body that is no JSON is a report of delivery.
          ...(route.raw === undefined ? { body: route.example.body } : { raw: report().toString('latin1') }),
          headers: {
            'idempotency-key': randomUUID(),
            'if-match': '"1"',
            ...(route.raw !== undefined && { 'content-type': route.raw.mediaTypes[0] ?? '' }),
          },
        }),
      });
      expect([who, answer.status]).toEqual([who, 403]);
    }
    expect(await house.ports.journal.head(home.orgId)).toBe(before);
  });
});
