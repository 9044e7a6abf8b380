import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { commands, opening } from '../../fakes/caseStory';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

async function opened(): Promise<string> {
  const given = opening({ receivedAt: '2026-03-27T20:00:00.000Z' });
  const { id } = must(await openCase({ ctx: night.as('sacha'), input: { key: randomUUID(), opening: given } }));
  return id;
}
const file = async (caseId: string, authorityId: string, receiptNumber: string) =>
  must(
    await commandCase({
      ctx: night.as('sacha'),
      input: {
        caseId,
        key: randomUUID(),
        command: { ...commands['authority.file'], authorityId, receiptNumber, sentAt: '2026-03-28T01:00:00.000Z' },
      },
    }),
  );
const call = async (path: string) => {
  const token = night.people.get('sacha')?.token ?? '';
  return door.call('GET', `/api/v1/organisations/${night.orgId}/cases/${path}`, { token });
};

it('a case of Paris that only the Belgian authority was told of still owes the CNIL its notification, and says why (G12)', async () => {
  const id = await opened();
  await file(id, 'apd-gba', 'BE-1');
  const { body } = await call(id);
  expect(body).toMatchObject({
    authority: 'PENDING',
    clock: { state: 'running' },
    competence: {
      rule: 'territory',
      from: 'zone',
      toTell: [{ country: 'FR', toldAt: null, dueAt: '2026-03-30T20:00:00.000Z' }],
    },
    authorities: [{ authorityId: 'apd-gba', competent: false }],
  });
  const { text } = await door.read('sacha', `/cases/${id}`);
  expect(text).toContain('n’est pas compétente');
  expect(text).toContain('À notifier');
  const english = await door.read('sacha', `/cases/${id}`, 'en');
  expect(english.text).toContain('is not competent: this filing does not stop the clock');
});

it('the sheet and the common template are filled in for one authority, by default the one that is owed', async () => {
  const id = await opened();
  await file(id, 'apd-gba', 'BE-2');
  expect((await call(`${id}/sheet`)).body).toMatchObject({ authority: { id: 'cnil' } });
  /** What the form of one authority says, but for the list of the others that were told. */
  const value = async (authorityId: string) => {
    const { body } = await call(`${id}/sheet?type=complementary&authorityId=${authorityId}`);
    const { sections } = body as { sections: { fields: { field: string }[] }[] };
    const fields = sections.flatMap((section) => section.fields);
    expect(fields.length).toBeGreaterThan(20);
    return JSON.stringify(fields.filter(({ field }) => field !== 'otherDataAuthorities'));
  };
  expect(await value('apd-gba')).toContain('BE-2');
  expect(await value('cnil')).not.toContain('BE-2');
  expect((await call(`${id}/edpb?type=complementary&authorityId=apd-gba`)).body).toMatchObject({
    authority: { id: 'apd-gba' },
    form: { notification: { priorId: 'BE-2' } },
  });
  expect((await call(`${id}/sheet?authorityId=cnill`)).body).toMatchObject({
    issues: [{ pointer: '/query/authorityId', message: 'no such authority' }],
  });
  const page = await door.read('sacha', `/cases/${id}/sheet?authorityId=apd-gba`);
  expect(page.text).toContain('autoriteprotectiondonnees.be');
  expect(page.text).toContain('n’est pas compétente');
});

it('an organisation says where it is established; cases opened from then on tell that authority', async () => {
  const before = await opened();
  const codes = { publicBody: 'no', establishments: 'fr, be', mainEstablishment: 'BE' };
  const wrong = await door.send('sacha', '/seat', { ...codes, mainEstablishment: 'LU' });
  expect(wrong.status).toBe(400);
  expect((await door.send('sacha', '/seat', codes)).status).toBe(303);
  expect((await door.send('ines', '/seat', codes)).status).toBe(403);
  const after = await opened();
  expect((await call(after)).body).toMatchObject({ competence: { from: 'organisation', toTell: [{ country: 'BE' }] } });
  expect((await call(before)).body).toMatchObject({ competence: { from: 'zone', toTell: [{ country: 'FR' }] } });
});

it('the record of a case says where its controller is, by its page', async () => {
  const id = await opened();
  const sent = await door.send('sacha', `/cases/${id}/record`, {
    establishments: '',
    touched: 'BE NL',
    publicBody: '',
  });
  expect(sent.status).toBe(303);
  const none = await commandCase({
    ctx: night.as('sacha'),
    input: { caseId: id, key: randomUUID(), command: { kind: 'record.change', change: { establishments: [] } } },
  });
  must(none);
  expect((await call(id)).body).toMatchObject({
    competence: { rule: 'noEstablishment', from: 'record', toTell: [{ country: 'BE' }, { country: 'NL' }] },
  });
});

it('an organisation says by which calendar it works, by its page and by REST; cases opened from then on go by it', async () => {
  const codes = { publicBody: 'no', establishments: 'FR', mainEstablishment: 'FR' };
  const kept = async () => (await night.ports.projections.read(night.orgId, 'organisation', night.orgId))?.calendar;
  expect((await door.send('sacha', '/seat', { ...codes, calendar: 'DE' })).status).toBe(400);
  expect((await door.send('sacha', '/seat', { ...codes, calendar: 'FR-alsace-moselle' })).status).toBe(303);
  expect(await kept()).toBe('FR-alsace-moselle');
  expect((await door.read('sacha', '/seat')).text).toMatch(/value="FR-alsace-moselle" selected/);
  const one = await night.ports.projections.read(night.orgId, 'controllerCase', await opened());
  expect(one?.opened.calendar).toBe('FR-alsace-moselle');
  const seat = { publicBody: false, establishments: ['BE'], mainEstablishment: 'BE', calendar: 'BE' };
  const place = `/api/v1/organisations/${night.orgId}/seat`;
  const token = night.people.get('sacha')?.token ?? '';
  const headers = { 'idempotency-key': 'calendar-by-rest' };
  expect((await door.call('POST', place, { token, headers, body: seat })).status).toBe(201);
  expect(await kept()).toBe('BE');
});
