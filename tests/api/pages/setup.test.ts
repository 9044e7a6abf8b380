import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase } from '../../../application/controllerCase/openCase';
import { createOrganisation } from '../../../application/organisation/createOrganisation';
import { FIRST_NAMES } from '../../../application/organisation/firstNames';
import { addMember } from '../../../application/people/addMember';
import { issueToken } from '../../../application/people/issueToken';
import { ENGINE } from '../../../application/policies/asker';
import type { Context } from '../../../application/ports/ports';
import { opening } from '../../fakes/caseStory';
import { createNight, type Night, taken } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const nameNow = async () => (await night.ports.projections.read('o1', 'organisation', 'o1'))?.name;

describe('the names of the first start', () => {
  it('are said to management on the page of what is to be done, until they are replaced', async () => {
    expect((await door.read('alix', '')).text).not.toContain('D’abord, dites qui vous êtes');
    const made = await door.send('alix', '/name', { name: FIRST_NAMES.fr.organisation });
    expect([made.status, made.headers.get('location')]).toEqual([303, '/o/o1/members?saved=1']);
    const alix = night.as('alix').actor.id;
    const name = await night.ports.people.find('o1', alix);
    await night.ports.people.put('o1', alix, {
      name: 'Alix',
      phone: null,
      language: 'fr',
      ...name,
      email: FIRST_NAMES.fr.email,
    });
    const { text } = await door.read('alix', '');
    expect(text.match(/D’abord, dites qui vous êtes/g)).toHaveLength(2);
    expect(text).toContain('href="/o/o1/name"');
    expect(text).toContain(`href="/o/o1/members/${alix}"`);
    expect((await door.read('ines', '')).text).not.toContain('D’abord, dites qui vous êtes');
  });

  it('give way to the legal name, which is an entry; the same name again is refused', async () => {
    expect((await door.send('alix', '/name', { name: 'Écoute & Enquêtes SCOP' })).status).toBe(303);
    expect(await nameNow()).toBe('Écoute & Enquêtes SCOP');
    const { entries } = await night.ports.journal.list('o1', { limit: 1 });
    expect(entries[0]?.type).toBe('organisation.renamed');
    expect((await door.read('alix', '')).text).not.toContain('href="/o/o1/name"');
    const same = await door.send('alix', '/name', { name: 'Écoute & Enquêtes SCOP' });
    expect(same.status).toBe(400);
    expect(same.text).toContain('id="e-name">C’est déjà ce nom');
  });

  it('are changed by management alone', async () => {
    expect((await door.read('ines', '/name')).status).toBe(403);
    expect((await door.send('ines', '/name', { name: 'Autre' })).status).toBe(403);
    expect(await nameNow()).toBe('Écoute & Enquêtes SCOP');
  });
});

describe('an organisation without a contract', () => {
  const RECORD = /Aucun contrat n’est consigné[^<]*<a href="[^"]*\/agreements\/new">Consigner le premier contrat/;

  /** Another organisation of the same house, as a first start makes it. */
  async function startFresh(): Promise<Night> {
    const engine: Context = { ...night.as('alix'), orgId: 'o2', actor: ENGINE, roles: [] };
    const organisation = { key: 'org', name: 'Toute Neuve SAS', language: 'fr', timeZone: 'Europe/Paris' } as const;
    taken(await createOrganisation({ ctx: engine, input: organisation }));
    const people: Night['people'] = new Map();
    for (const [who, role] of [
      ['alix', 'DIR'],
      ['ines', 'O'],
    ] as const) {
      const name = { name: who, email: `${who}@toute-neuve.example`, phone: null, language: 'fr' } as const;
      const { personId: id } = taken(await addMember({ ctx: engine, input: { key: who, roles: [role], name } }));
      const holder = { kind: 'person' as const, id };
      const input = { key: `${who}-token`, holder, roles: [role], expiresAt: '2027-03-27T00:00:00.000Z' };
      const token = taken(await issueToken({ ctx: engine, input })).secret ?? '';
      people.set(who, { ctx: { ...engine, actor: holder, roles: [role] }, token });
    }
    return { ...night, orgId: 'o2', people };
  }

  it('is led to recording its first one, whoever may, until there is one', async () => {
    const made = await startFresh();
    const fresh = await openNightDoor(made);
    expect((await fresh.read('alix', '')).text).toMatch(RECORD);
    expect((await fresh.read('alix', '', 'en')).text).toContain('Record the first contract');
    expect((await fresh.read('ines', '')).text).not.toMatch(/Consigner le premier contrat/);
    await fresh.stop();
    const alix = { ...made.as('alix'), orgId: 'o2', roles: ['DIR', 'DPO'] as const };
    taken(await openCase({ ctx: { ...alix, roles: [...alix.roles] }, input: { key: 'own', opening: opening() } }));
    const later = await openNightDoor(made);
    const { text } = await later.read('alix', '');
    expect(text).toContain('CTL-2026-');
    expect(text).not.toMatch(/Consigner le premier contrat/); // it is a controller: it may never process for others
    await later.stop();
    expect((await door.read('alix', '')).text).not.toMatch(/Consigner le premier contrat/);
  });
});
