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
  it.each(['Slime\u202eSAS', 'Slime\u2028SAS', 'Slime\tSAS', 'Slime\u200bSAS'])(
    'is refused at its field: %j',
    async (name) => {
      const member = { name, email: 'sol@exemple.example', language: 'fr', 'roles.O': 'on', days: '30' };
      for (const [path, fields] of [['/name', { name }] as const, ['/members', member] as const]) {
        const answer = await door.send('alix', path, fields);
        expect([path, answer.status]).toEqual([path, 400]);
        expect(answer.text).toMatch(/id="e-name">Écrivez ceci sur une ligne/);
      }
    },
  );

  it('is refused by REST with a pointer', async () => {
    const token = told.night.people.get('alix')?.token ?? '';
    const headers = { 'idempotency-key': 'rename-0001' };
    const body = { name: 'Slime\u202eSAS' };
    const answer = await door.call('POST', `/api/v1/organisations/${told.night.orgId}/name`, { token, headers, body });
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ pointer: '/body/name' }] } });
  });

  it.each(['draft', 'supplements'])('is refused of the contact that a notice names: %s', async (act) => {
    const token = told.night.people.get('sacha')?.token ?? '';
    const headers = { 'idempotency-key': `contact-${act}`, 'if-match': '"1"' };
    const b = [
      { name: 'Sacha\n\u202eGabarit', role: 'DPO\u200f', email: null, phone: '+33 1 99 00 00 11', always: true },
    ];
    const path = `/api/v1/organisations/${told.night.orgId}/notices/${told.stolen.val}/${act}`;
    const answer = await door.call('POST', path, { token, headers, body: { items: { b } } });
    expect(answer.status).toBe(400);
    const pointers = (answer.body as { issues: { pointer: string }[] }).issues.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/body/items/b/0/name', '/body/items/b/0/role']);
  });
});
