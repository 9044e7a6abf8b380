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

const prefilled = (html: string) => /id="f-declarant"[^>]* value="([^"]*)"/.exec(html)?.[1];

describe('who reported', () => {
  it('is on the page of the incident, with a number to call', async () => {
    const { text } = await door.read('paul', `/incidents/${told.stolen.id}`);
    const card = /<section class="card" id="declarant".*?<\/section>/s.exec(text)?.[0] ?? '';
    expect(card).toContain('Claude Enquête');
    expect(card).toContain('href="tel:+33199000021"');
  });

  it('finds the own number in the form, never an address that no mail reaches', async () => {
    expect(prefilled((await door.read('ines', '/signal')).text)).toBe('+33 1 99 00 00 20');
    const { people } = told.night.ports;
    const [id = ''] = [...(await people.names('o1'))].find(([, { name }]) => name === 'Inès Témoin') ?? [];
    await people.put('o1', id, { name: 'Inès', email: 'ines@vigie.invalid', phone: null, language: 'fr' });
    expect(prefilled((await door.read('ines', '/signal')).text)).toBe('');
  });
});

describe('the forms of an incident', () => {
  it('choose no kind of incident for anybody: one must be chosen', async () => {
    await door.send('ines', `/incidents/${told.scan}/triage`, {});
    const path = `/incidents/${told.scan}/declare`;
    const { text } = await door.read('paul', path);
    expect(text).toMatch(/<select id="f-incidentKind"[^>]*><option value="" selected>/);
    const answer = await door.send('paul', path, { incidentKind: '', severity: 'high', basis: 'Vol.' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#f-incidentKind"');
  });

  it('do not call the contracts touched optional where one, or own processing, is needed', async () => {
    const { text } = await door.read('paul', `/incidents/${told.stolen.id}/extend`);
    const legend = /<legend>Contrats touchés.*?<\/legend>/s.exec(text)?.[0] ?? '';
    expect(legend).toBe('<legend>Contrats touchés</legend>');
  });
});

describe('a page that belongs to no sender', () => {
  it('says of nobody that it was sent for them, and sets its title apart from the word of error', async () => {
    const link = await door.guest.read(`/n/${'A'.repeat(43)}`);
    const entrance = await door.guest.read('/enter');
    for (const { text } of [link, entrance]) expect(text).not.toContain('pour Vigie');
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: door.base };
    const refused = await door.call('POST', '/enter', { headers: form, raw: 'token=wrong' });
    expect(refused.text).toMatch(/<title>Erreur\s:\sEntrer/);
  });
});
