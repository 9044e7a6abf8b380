import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restRoutes } from '../../api/rest/routes';
import { signalOf, type Speaker, speakerOf } from '../fakes/breachStory';
import { openDoor } from '../fakes/door';
import { createMemoryHouse } from '../fakes/memoryHouse';
import { addressOf, type Furnished, furnish } from './matrixHouse';
import { impostors, payloads } from './payloads';

type Path = readonly (string | number)[];
type Loose = Record<string, unknown>;

const house = createMemoryHouse();
let door: Awaited<ReturnType<typeof openDoor>>;
let home: Furnished;
let speaker: Speaker;

beforeAll(async () => {
  door = await openDoor(house.ports);
  home = await furnish(door, house.ports, house.proofs.signNow);
  speaker = speakerOf(door, home.orgId, home.token);
});
afterAll(() => door.stop());

/** Where the texts of a body are. */
function textsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsOf(member, [...path, name]));
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((one, index) => (index === Number(step) ? replaced(one, rest, by) : one));
  return { ...(value as Loose), [step]: replaced((value as Loose)[step], rest, by) };
}

const writes = restRoutes.filter(({ request, raw }) => request.body !== null && raw === undefined);
const send = (route: (typeof writes)[number], body: unknown) =>
  door.call('POST', addressOf(route, home.known), {
    token: home.token,
    body,
    headers: { 'idempotency-key': randomUUID(), 'if-match': '"1"' },
  });

/** A map of names to values of any kind is what this field is for. */
const anyValue = new Set(['correctEntry/corrections']);

describe.each(writes.map((route) => ({ name: route.operationId, route })))('$name', ({ name, route }) => {
  const { body } = route.example;
  const texts = textsOf(body).filter(([first]) => !anyValue.has(`${name}/${String(first)}`));

  it('takes nothing but text for a text', async () => {
    const before = await house.ports.journal.head(home.orgId);
    for (const path of texts) {
      for (const impostor of impostors) {
        const answer = await send(route, replaced(body, path, impostor));
        expect([path, impostor, answer.status]).toEqual([path, impostor, 400]);
      }
    }
    expect(await house.ports.journal.head(home.orgId)).toBe(before);
  });

  it('is not brought down by any text', async () => {
    // With many texts each takes its share of the payloads, so that the route meets all of them.
    const shares = texts.length > 10 ? 5 : texts.length > 2 ? 2 : 1;
    for (const [nth, path] of texts.entries()) {
      for (const payload of payloads.filter((_payload, index) => index % shares === nth % shares)) {
        const { status, headers } = await send(route, replaced(body, path, payload));
        expect([path, payload, status < 500]).toEqual([path, payload, true]);
        expect(headers.get('content-type')).toMatch(/json(; charset=utf-8)?$/);
      }
    }
  });
});

describe.each(payloads.map((payload) => ({ payload })))('%j', ({ payload }) => {
  it('comes back from every reader as it was sent', async () => {
    const signalled = await speaker.post('/signals', { ...signalOf(house.ports.now()), text: payload });
    const incident = `/incidents/${signalled.body.incidentId}`;
    await speaker.post(`${incident}/notes`, { text: payload });
    const { body } = await speaker.get(incident);
    expect([body.report.text, body.notes[0].text]).toEqual([payload, payload]);
    const { items } = (await speaker.get(`/journal?kind=incident&subjectId=${signalled.body.incidentId}`)).body;
    expect(items.map(({ fields }: { fields: Loose }) => (fields['text'] as Loose)['value'])).toEqual([
      payload,
      payload,
    ]);
  });
});

it.each(['?after[$ne]=1', '?limit[$gt]=1', '?after=%7B%22%24ne%22%3A1%7D', '?__proto__=1', '?constructor=1'])(
  'a query is scalars of known names: %s',
  async (query) => {
    expect(await speaker.get(`/incidents${query}`)).toMatchObject({ status: 400 });
  },
);

it.each(['%7B%22%24ne%22%3Anull%7D', '..%2F..%2Fadmin', '%00', '__proto__'])('an id is an id: %s', async (id) => {
  expect([400, 404]).toContain((await speaker.get(`/incidents/${id}`)).status);
});

it('nothing of it reached the log', () => {
  const logged = JSON.stringify(door.logged);
  for (const payload of ['alert(1)', 'evil.example', '7*7', 'dropDatabase']) expect(logged).not.toContain(payload);
});
