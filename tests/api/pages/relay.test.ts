import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testRelay } from '../../../application/organisation/testRelay';
import type { Relay } from '../../../application/ports/relay';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const taking = { accepted: true, replyCode: 250, encrypted: true, deliveryStatus: true } as const;
const relay: Relay = { name: 'smtp.example:587', fingerprint: 'f'.repeat(64), test: async () => taking };

it('mails are caught while no relay is set; then a banner says that it is untested, until it has taken one', async () => {
  const before = await door.read('alix', '/relay');
  expect([before.status, before.text.includes('SMTP_URL'), before.text.includes('id="sheet"')]).toEqual([
    200,
    true,
    false,
  ]);
  expect(before.text).toContain('Les courriels sont retenus ici');
  expect((await door.read('alix', '/mailbox')).text).toContain('/relay"');

  told.night.ports.relay = relay;
  const untested = (await door.read('alix', '/relay')).text;
  expect(untested).toContain('Les courriels partent par un relais que personne n’a essayé');
  expect(untested).toContain('M’envoyer un courriel d’essai');
  expect(untested).not.toContain('Les courriels sont retenus ici');

  const ctx = told.night.people.get('alix')?.ctx;
  if (ctx === undefined) throw new Error('nobody directs');
  expect(await testRelay({ ctx, input: { key: 'tested' } })).toMatchObject({ ok: true });
  const tested = (await door.read('alix', '/mailbox')).text;
  expect(tested).not.toMatch(/class="caught"/);
});
