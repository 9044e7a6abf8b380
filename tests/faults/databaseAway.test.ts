import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signalOf, type Speaker, speakerOf } from '../fakes/breachStory';
import { openDoor } from '../fakes/door';
import { foundHouse, startRealHouse } from '../fakes/realHouse';

let house: Awaited<ReturnType<typeof startRealHouse>>;
let door: Awaited<ReturnType<typeof openDoor>>;
let speaker: Speaker;
let orgId: string;

beforeAll(async () => {
  house = await startRealHouse(undefined, { own: true });
  const answers = async () => (await house.db.command({ ping: 1 }))['ok'] === 1;
  door = await openDoor(house.ports, {
    door: {
      health: {
        database: answers,
        clockOffsetMs: async () => 0,
        signing: async () => true,
        projections: async () => true,
        temporal: async () => true,
        isStopping: () => false,
      },
    },
  });
  const home = await foundHouse(house.ports);
  orgId = home.orgId;
  speaker = speakerOf(door, home.orgId, home.token);
}, 60_000);
afterAll(async () => {
  process.kill(house.pid, 'SIGCONT');
  await door.stop(500);
  await house.stop();
});

describe('a database that stands still', () => {
  it('is answered 503 within 2 s; after it the same key is one entry, and nothing was lost', async () => {
    expect(await door.call('GET', '/health/ready')).toMatchObject({ status: 200 });
    const before = await house.ports.journal.head(orgId);
    const headers = { 'idempotency-key': 'while-it-sleeps' };
    const body = signalOf(new Date());

    process.kill(house.pid, 'SIGSTOP');
    const from = Date.now();
    const answer = await speaker.post('/signals', body, headers);
    expect(answer).toMatchObject({ status: 503, body: { code: 'database.away' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(Date.now() - from).toBeLessThan(2_000);
    expect((await door.call('GET', '/health/ready')).status).toBe(503);
    expect((await door.call('GET', '/health/live')).status).toBe(200);
    process.kill(house.pid, 'SIGCONT');

    await sleep(500);
    const again = await speaker.post('/signals', body, headers);
    expect(again.status).toBe(201);
    expect(await speaker.post('/signals', body, headers)).toMatchObject({ status: 201, text: again.text });
    expect(await house.ports.journal.head(orgId)).toBe(before + 1);
  }, 30_000);
});
