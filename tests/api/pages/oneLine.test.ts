import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

describe('a name that shows otherwise than it is written', () => {
  it.each(['Slime\u202eSAS', 'Slime\u2028SAS', 'Slime\tSAS'])('is refused at its field: %j', async (name) => {
    const member = { name, email: 'sol@exemple.example', language: 'fr', 'roles.O': 'on', days: '30' };
    for (const [path, fields] of [['/name', { name }] as const, ['/members', member] as const]) {
      const answer = await door.send('alix', path, fields);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.text).toMatch(/id="e-name">Écrivez ceci sur une ligne/);
    }
  });

  it('is refused by REST with a pointer', async () => {
    const token = told.night.people.get('alix')?.token ?? '';
    const headers = { 'idempotency-key': 'rename-0001' };
    const body = { name: 'Slime\u202eSAS' };
    const answer = await door.call('POST', `/api/v1/organisations/${told.night.orgId}/name`, { token, headers, body });
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ pointer: '/body/name' }] } });
  });
});
