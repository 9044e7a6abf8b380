import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { readyDraft } from '../../fakes/readyDraft';
import { emptyDraft } from '../../../domain/notice/items';

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

  it.each(['b-name', 'b-role'])('is refused of the contact that a notice names, and never kept: %s', async (field) => {
    const place = `/incidents/${told.stolen.id}/notices/${told.stolen.aube}`;
    const typed = { ...readyDraft, 'b-role': 'DPO', [field]: 'Sacha\u202eGabarit', do: 'save' };
    const answer = await door.send('ines', `${place}/draft`, typed);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`id="e-${field}">Écrivez ceci sur une ligne`);
    const notice = await told.night.ports.projections.read('o1', 'notice', told.stolen.aube);
    expect(notice?.draft).toMatchObject({ a: readyDraft.a, b: null });
  });

  it('is refused of that contact by REST in one answer with what else is wrong', async () => {
    const token = told.night.people.get('sacha')?.token ?? '';
    const headers = { 'idempotency-key': 'contact-and-more' };
    const b = [{ name: 'Sacha\u202eGabarit', role: null, email: null, phone: '+33 1 99 00 00 11', always: true }];
    const path = `/api/v1/organisations/${told.night.orgId}/notices/${told.stolen.aube}/draft`;
    const answer = await door.call('POST', path, { token, headers, body: { items: { a: '', b } } });
    const pointers = (answer.body as { issues: { pointer: string }[] }).issues.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/body/items/a', '/body/items/b/0/name']);
  });

  it('is read as it was written before the rule: a notice is shown by REST with it', async () => {
    const { night, stolen } = told;
    const b = [{ name: 'Sacha\u202eGabarit', role: null, email: null, phone: '+33 1 99 00 00 11', always: true }];
    await night.note('sacha', stolen.aube, { kind: 'draft', items: { ...emptyDraft, b } });
    const token = night.people.get('sacha')?.token ?? '';
    const answer = await door.call('GET', `/api/v1/organisations/o1/notices/${stolen.aube}`, { token });
    expect(answer).toMatchObject({ status: 200, body: { draft: { b } } });
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
