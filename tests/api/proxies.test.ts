import { afterAll, expect, it } from '@jest/globals';
import { plainEntrance } from '../../api/sessions/plainEntrance';
import { createEntrance } from '../../api/sessions/entrance';
import { openDoor } from '../fakes/door';
import { createHousePorts } from '../fakes/organisations';

const now = new Date('2026-03-27T12:00:00Z');
const ports = createHousePorts(() => now);
const opened: Awaited<ReturnType<typeof openDoor>>[] = [];
afterAll(async () => void (await Promise.all(opened.map(({ stop }) => stop()))));

/** What the eleventh wrong token within a minute is answered. */
async function eleventh(trustedProxies: readonly string[], forwardedFor: (n: number) => string): Promise<number> {
  const entrance = createEntrance(false, plainEntrance, () => now.getTime());
  const door = await openDoor(ports, { house: { entrance }, door: { trustedProxies } });
  opened.push(door);
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: door.base };
  let status = 0;
  for (let n = 1; n <= 11; n += 1) {
    const headers = { ...form, 'x-forwarded-for': forwardedFor(n) };
    ({ status } = await door.call('POST', '/enter', { headers, raw: 'token=wrong' }));
  }
  return status;
}

it('counts attempts by the address that a trusted proxy names, and by no other', async () => {
  const each = (n: number) => `203.0.113.${n}`;
  expect(await eleventh(['127.0.0.0/8'], each)).toBe(401);
  expect(await eleventh([], each)).toBe(429); // anybody can write that header
  expect(await eleventh(['127.0.0.1'], (n) => `${each(n)}, 198.51.100.7`)).toBe(429); // a stranger before the proxy
});
