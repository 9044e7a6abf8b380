import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restRoutes } from '../../api/rest/routes';
import { openDoor } from '../fakes/door';
import { startRealHouse } from '../fakes/realHouse';
import { addressOf, deadTokens, type Furnished, furnish, knock } from './matrixHouse';

let house: Awaited<ReturnType<typeof startRealHouse>>;
let door: Awaited<ReturnType<typeof openDoor>>;
let mine: Furnished;
let theirs: Furnished;
let dead: Awaited<ReturnType<typeof deadTokens>>;
let heads: number[];
let passedMs = 0;

const headsNow = () => Promise.all([mine, theirs].map(({ orgId }) => house.ports.journal.head(orgId)));
const names = ['entries', 'people', 'tokens', 'sessions'];
const rows = () => Promise.all(names.map((name) => house.db.collection(name).countDocuments({})));
let before: number[];
let mails: number;

beforeAll(async () => {
  house = await startRealHouse(() => new Date(Date.now() + passedMs));
  door = await openDoor(house.ports);
  mine = await furnish(door, house.ports, house.proofs.signNow);
  theirs = await furnish(door, house.ports, house.proofs.signNow);
  dead = await deadTokens(mine, (ms) => (passedMs += ms));
  heads = await headsNow();
  before = await rows();
  mails = house.mails.length;
}, 60_000);
afterAll(async () => {
  await door.stop();
  await house.stop();
});

/** Whatever tells two answers apart, but for the date. */
async function bytesOf(path: string, method: string, options: ReturnType<typeof knock>) {
  const headers = { ...options.headers, 'x-request-id': 'same-request-id' };
  const answer = await door.call(method, path, { ...options, headers });
  return { status: answer.status, text: answer.text, headers: [...answer.headers].filter(([name]) => name !== 'date') };
}

describe.each(restRoutes.map((route) => ({ name: route.operationId, route })))('$name', ({ route }) => {
  const method = route.method.toUpperCase();

  it.each(['none', 'garbage', 'expired', 'revoked'] as const)('with a token that is %s is 401', async (kind) => {
    const token = { none: null, garbage: `vgt_${'f'.repeat(64)}`, ...dead }[kind];
    const answer = await door.call(method, addressOf(route, mine.known), knock(token, route.method));
    expect(answer).toMatchObject({ status: 401, body: { code: 'credentials.missing' } });
  });

  it('of another organisation is 404, with the bytes of one that never was', async () => {
    if (!route.path.includes('{orgId}')) return; // names no organisation: it speaks of the token's own
    const [there, nowhere] = [addressOf(route, mine.known), addressOf(route, { ...mine.known, orgId: 'nowhere' })];
    const unknown = await bytesOf(nowhere, method, knock(theirs.token, route.method));
    expect(unknown.status).toBe(404);
    expect(await bytesOf(there, method, knock(theirs.token, route.method))).toEqual(unknown);
  });

  // What it names is the other's, its organisation is one's own.
  it('about another organisation’s things is what it is about things that never were', async () => {
    const { seq, version, file } = theirs.known; // numbers, which name nothing by themselves
    const own = { orgId: theirs.orgId, seq, version, file };
    const stolen = { ...mine.known, ...own };
    const invented = Object.fromEntries(
      Object.keys(stolen).map((name) => [name, '0199e1f0-dead-7000-8000-000000000000']),
    );
    const never = { ...invented, ...own };
    const body = route.example.body;
    const ask = (known: Record<string, string>) => {
      const options = knock(theirs.token, route.method);
      const guarded = { ...options.headers, 'if-match': '"1"' };
      return bytesOf(addressOf(route, known), method, {
        ...options,
        ...(body !== undefined && { body }),
        headers: guarded,
      } as never);
    };
    if (!/\{(?!orgId)(?!seq)\w+\}/.test(route.path)) return; // names nothing but the organisation
    const unknown = await ask(never);
    expect(unknown.status).toBeGreaterThanOrEqual(400);
    expect(await ask(stolen)).toEqual(unknown);
  });
});

it('after all of that nothing has moved, in either organisation, and no mail has left', async () => {
  expect(await headsNow()).toEqual(heads);
  expect(await rows()).toEqual(before);
  expect(house.mails).toHaveLength(mails);
});
