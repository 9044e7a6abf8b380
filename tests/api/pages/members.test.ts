import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const robin = {
  name: 'Robin Garde',
  email: 'robin@ecoute-enquetes.example',
  phone: '+33 1 99 00 00 40',
  language: 'fr',
  'roles.O': 'on',
  days: '30',
};
const idOf = async (name: string) => {
  const names = await night.ports.people.names('o1');
  return [...names].find(([, one]) => one.name === name)?.[0] ?? '';
};
const enter = (token: string) =>
  door.call('POST', '/enter', {
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: door.base },
    raw: new URLSearchParams({ token }).toString(),
  });

describe('a member', () => {
  it('is added by management with telephone and roles; the token is shown once and opens the house', async () => {
    const key = { _key: 'form-that-adds-robin' };
    const added = await door.send('alix', '/members', { ...robin, ...key });
    expect(added.status).toBe(200);
    const secret = /id="secret">([^<]+)</.exec(added.text)?.[1] ?? '';
    expect((await enter(secret)).headers.get('location')).toBe('/o/o1');
    const again = await door.send('alix', '/members', { ...robin, ...key });
    expect(again.text).not.toContain(secret);
    expect(again.text.match(/<th scope="row"[^>]*>Robin Garde/g)).toHaveLength(1);
    expect((await door.read('ines', '')).text).toContain('href="tel:+33199000040"');
  });

  it('is not added by anybody else, who sees who can be reached', async () => {
    const { text } = await door.read('ines', '/members');
    expect(text).toContain('href="tel:+33199000012"');
    expect(text).not.toContain('Ajouter un membre');
    expect((await door.send('ines', '/members', { ...robin, name: 'Autre' })).status).toBe(403);
  });

  it('with faults comes back: each at its field, everything else as it was typed', async () => {
    const answer = await door.send('alix', '/members', { ...robin, email: 'robin', phone: 'abc', name: 'Sol Essai' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('id="e-email">Donnez une adresse de courriel');
    expect(answer.text).toContain('id="e-phone">Donnez un numéro');
    expect(answer.text).toMatch(/id="f-name"[^>]*value="Sol Essai"/);
    expect(answer.text).toMatch(/name="roles.O"[^>]*checked/);
  });

  it.each(['0', '401', '99999'])(
    'with a token of %s days is not added at all: the fault is at the days',
    async (days) => {
      const person = { ...robin, name: 'Lou Durée', email: 'lou@ecoute-enquetes.example', days };
      const answer = await door.send('alix', '/members', person);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('id="e-days">De 1 à 400 jours');
      expect(await idOf('Lou Durée')).toBe('');
      const token = await door.send('alix', '/tokens', { holder: 'tool', tool: 't', 'roles.O': 'on', days });
      expect(token.text).toContain('id="e-days">De 1 à 400 jours');
    },
  );

  it('with the address of a member is not added, however it is written', async () => {
    const answer = await door.send('alix', '/members', {
      ...robin,
      name: 'Robin Bis',
      email: robin.email.toUpperCase(),
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('id="e-email">Un membre a déjà cette adresse');
    expect(await idOf('Robin Bis')).toBe('');
  });

  it('changes: name, telephone and roles, as the page shows them', async () => {
    const path = `/members/${await idOf('Robin Garde')}`;
    expect((await door.read('alix', path)).text).toMatch(/id="f-phone"[^>]*value="\+33 1 99 00 00 40"/);
    const { days: _days, ...fields } = { ...robin, phone: '+33 1 99 00 00 41', 'roles.IM': 'on' };
    expect((await door.send('alix', path, fields)).headers.get('location')).toBe('/o/o1/members?saved=1');
    expect((await door.read('alix', '/members?saved=1')).text).toContain('role="status">C’est enregistré.');
    expect((await door.read('alix', '/members')).text).not.toContain('C’est enregistré.');
    const found = await night.ports.people.find('o1', await idOf('Robin Garde'));
    expect(found).toMatchObject({ phone: '+33 1 99 00 00 41', roles: ['O', 'IM'] });
  });

  it('leaves: no token of theirs opens anything; the last of management cannot', async () => {
    const secret = /id="secret">([^<]+)</.exec(
      (await door.send('alix', '/members', { ...robin, name: 'Sam Part', email: 'sam@ecoute-enquetes.example' })).text,
    );
    const path = `/members/${await idOf('Sam Part')}/leave`;
    expect((await door.send('alix', path, {})).headers.get('location')).toBe('/o/o1/members?saved=1');
    expect((await enter(secret?.[1] ?? '')).status).toBe(401);
    expect((await door.read('alix', '/members')).text).toContain('parti le');
    const last = await door.send('alix', `/members/${night.as('alix').actor.id}/leave`, {});
    expect(last.status).toBe(409);
    expect(last.text).toMatch(/Il faut toujours un membre de la direction/);
  });
});
