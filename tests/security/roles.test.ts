import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restRoutes } from '../../api/rest/routes';
import { openDoor } from '../fakes/door';
import { createMemoryHouse } from '../fakes/memoryHouse';
import { newcomer } from '../fakes/organisations';
import { tokenFor } from '../fakes/realHouse';
import { addressOf, type Furnished, furnish, knock } from './matrixHouse';
import { everybody, rights, type Who } from './rights';

const house = createMemoryHouse();
let door: Awaited<ReturnType<typeof openDoor>>;
let home: Furnished;
let tokens: Map<Who, string>;

beforeAll(async () => {
  door = await openDoor(house.ports);
  home = await furnish(door, house.ports, house.proofs.signNow);
  tokens = new Map();
  for (const who of everybody) {
    const token =
      who === 'tool'
        ? await tokenFor(home.director, { kind: 'tool', id: 'siem' }, ['O'])
        : (await newcomer(home.director, [who])).secret;
    tokens.set(who, token);
  }
  await house.proofs.signNow(home.orgId);
});
afterAll(() => door.stop());

it('every route has its row in the table of rights, and every row its route', () => {
  expect(Object.keys(rights).toSorted()).toEqual(restRoutes.map(({ operationId }) => operationId).toSorted());
});

describe.each(restRoutes.map((route) => ({ name: route.operationId, route })))('$name', ({ name, route }) => {
  it.each(everybody)('for %s', async (who) => {
    const before = await house.ports.journal.head(home.orgId);
    const answer = await door.call(
      route.method.toUpperCase(),
      addressOf(route, home.known),
      knock(tokens.get(who) ?? '', route.method),
    );
    if (rights[name]?.includes(who) !== true) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'actor.forbidden' } });
      expect(await house.ports.journal.head(home.orgId)).toBe(before);
    } else {
      expect([200, 201, 202, 400, 409, 415, 428]).toContain(answer.status);
    }
  });
});
