import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueTellingLink } from '../../../application/atOnce/tellingLinks';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-27T08:00:00.000Z');
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

const main = (html: string): string => html.slice(html.indexOf('<main'));
const locationOf = (answer: { headers: Headers }): string =>
  (answer.headers.get('location') ?? '').replace(`/o/${night.orgId}`, '').replace(/\?.*$/, '');

describe('a vulnerability is recorded, told and answered on pages (duty S3-10)', () => {
  let path = '';
  it('each controller that is ticked is told at once, and its page says to whom and that nobody confirmed', async () => {
    const val = night.agreements.val;
    const recorded = await door.send('paul', '/vulnerabilities/new', {
      text: 'Le portail accepte un jeton périmé.',
      provenAtNow: '1',
      severity: 'high',
      identifier: 'CVE-2026-12345',
      [`touched.${val}`]: val,
    });
    expect(recorded.status).toBe(303);
    path = locationOf(recorded);
    const page = main((await door.read('paul', path)).text);
    expect(page).toContain('Val Témoin');
    expect(page).toContain('Informé, sans réponse');
    expect(main((await door.read('paul', '/vulnerabilities', 'en')).text)).toContain('Told, no answer yet');
  });

  it('its contact reads and acknowledges it by its link; its page and the list of the silent say so', async () => {
    const id = path.split('/').at(-1) ?? '';
    const named = { orgId: night.orgId, kind: 'vulnerability', id, agreementId: night.agreements.val } as const;
    const token = await issueTellingLink(night.ports, { ...named, contactId: 'c2' });
    expect(main((await door.read('paul', '/unacknowledged')).text)).toContain('Val Témoin');
    const shown = await door.guest.read(`/m/${token}?lang=en`);
    expect(shown.text).toContain('Proven vulnerability');
    const form = { name: 'Camille Exemple', function: 'Astreinte' };
    expect((await door.guest.send(`/m/${token}`, form)).status).toBe(303);
    expect((await door.guest.read(`/m/${token}`)).text).toContain('Camille Exemple, Astreinte');
    expect(main((await door.read('paul', path)).text)).toContain('Camille Exemple, Astreinte');
    expect(main((await door.read('paul', '/unacknowledged')).text)).not.toContain('Val Témoin');
  });

  it('a confirmation is noted, and the list says so', async () => {
    const contact = `${night.agreements.val}/c1`;
    const noted = await door.send('paul', `${path}/contacted`, { contact, outcome: 'acknowledged', note: 'merci' });
    expect(noted.status).toBe(303);
    const page = main((await door.read('paul', path)).text);
    expect(page).toContain('merci');
    expect(page).not.toContain('Informé, sans réponse');
    expect(main((await door.read('paul', '/vulnerabilities')).text)).toContain('Confirme avoir été informé');
  });

  it('part of another client’s name asks for a box, which the form shows then; with it, it is recorded (ADR 0047)', async () => {
    const val = night.agreements.val;
    const text = 'Vu aussi chez Aube-Modèle.';
    const form = { text, provenAtNow: '1', severity: 'high', [`touched.${val}`]: val };
    const asked = await door.send('paul', '/vulnerabilities/new', form);
    expect(asked.status).toBe(400);
    expect(main(asked.text)).toContain('name="othersConfirmed.yes"');
    expect(main((await door.read('paul', '/vulnerabilities/new')).text)).not.toContain('othersConfirmed');
    const whole = { ...form, text: 'Vu aussi au Syndicat mixte de l’Aube-Modèle.', 'othersConfirmed.yes': 'yes' };
    expect((await door.send('paul', '/vulnerabilities/new', whole)).status).toBe(400);
    const recorded = await door.send('paul', '/vulnerabilities/new', { ...form, 'othersConfirmed.yes': 'yes' });
    expect(recorded.status).toBe(303);
    expect(main((await door.read('paul', locationOf(recorded))).text)).toContain('Aube-Modèle');
  });

  it('a wrong number is said at its question, and nothing is recorded', async () => {
    const wrong = { text: 'x', provenAtNow: '1', severity: 'high', identifier: 'CVE-1' };
    const refused = await door.send('paul', '/vulnerabilities/new', wrong);
    expect(refused.status).toBe(400);
    expect(main(refused.text)).toContain('CVE-2026-12345');
    expect((await night.ports.projections.list(night.orgId, 'vulnerability', { limit: 9 })).length).toBe(2);
  });
});

describe('a legal demand is recorded, kept secret, released and told on pages (duty S3-17)', () => {
  it('nobody is told while the law forbids it; then all are, by one form', async () => {
    const val = night.agreements.val;
    const recorded = await door.send('sacha', '/transfers/new', {
      cause: 'compulsion',
      knownAtNow: '1',
      source: 'Tribunal Témoin',
      text: 'Une liste est exigée.',
      [`touched.${val}`]: val,
      ground: 'Ordonnance scellée',
    });
    expect(recorded.status).toBe(303);
    const path = locationOf(recorded);
    const before = main((await door.read('sacha', path)).text);
    expect(before).toContain('Ordonnance scellée');
    const one = async () => (await night.ports.projections.list(night.orgId, 'transfer', { limit: 1 }))[0];
    expect((await one())?.told).toEqual([]);
    const released = await door.send('sacha', `${path}/release`, { releasedAtNow: '1', how: 'Mainlevée' });
    expect(released.status).toBe(303);
    expect((await one())?.told).toHaveLength(1);
    expect(main((await door.read('sacha', path, 'en')).text)).toContain('Told, no answer yet');
    expect(main((await door.read('sacha', '/transfers', 'en')).text)).toContain('A legal demand');
  });

  it('without a contract names what this form asks, and no answer that it does not have', async () => {
    const refused = await door.send('sacha', '/transfers/new', {
      cause: 'compulsion',
      knownAtNow: '1',
      source: 'x',
      text: 'y',
    });
    expect(refused.status).toBe(400);
    expect(main(refused.text)).toContain('Cochez au moins un contrat');
    expect(main(refused.text)).not.toContain('vos propres traitements');
  });

  it('is shown to nobody who does not read the journal', async () => {
    expect((await door.read('ines', '/transfers')).status).toBe(403);
    expect(main((await door.read('ines', '/incidents')).text)).not.toContain('/transfers"');
  });
});

describe('a transfer outside is recorded on a page, and judged by its contract (duty S3-17)', () => {
  it('what no agreement allows is said on its page and among the alarms, until it is over', async () => {
    const sent = await door.send('sacha', '/transfers/outside', {
      touched: night.agreements.val ?? '',
      countries: 'us',
      source: 'Hébergeur Témoin',
      text: 'Sauvegardes.',
      knownAtNow: '1',
    });
    expect(sent.status).toBe(303);
    const path = locationOf(sent);
    const page = main((await door.read('sacha', path)).text);
    expect(page).toContain('États-Unis');
    expect(page).toContain('Aucun accord ne permet ce transfert');
    expect(main((await door.read('sacha', '', 'en')).text)).toContain('Transfer without a prior agreement');
    expect(main((await door.read('ines', '')).text)).not.toContain('Transfert sans accord préalable');
    expect((await door.send('sacha', `${path}/close`, { closedAtNow: '1', outcome: 'Arrêté.' })).status).toBe(303);
    expect(main((await door.read('sacha', '')).text)).not.toContain('Transfert sans accord préalable');
  });

  it('nobody is chosen before somebody chooses, and the form says who is told', async () => {
    const form = main((await door.read('sacha', '/transfers/outside')).text);
    expect(form).toMatch(/name="touched"[^>]*><option value="" selected>Choisir…/);
    expect(form).toContain('et lui seul, en est informé');
    const unchosen = { touched: '', countries: 'us', source: 'x', text: 'x', knownAtNow: '1' };
    const refused = await door.send('sacha', '/transfers/outside', unchosen);
    expect([refused.status, main(refused.text).includes('id="e-touched"')]).toEqual([400, true]);
    const ungraded = main((await door.read('paul', '/vulnerabilities/new')).text);
    expect(ungraded).toMatch(/Gravité technique[^]*name="severity"[^>]*><option value="" selected>Choisir…/);
  });

  it('a country that is none is said at its question', async () => {
    const refused = await door.send('sacha', '/transfers/outside', { countries: 'Amérique', text: 'x' });
    expect(refused.status).toBe(400);
    expect(main(refused.text)).toContain('codes à deux lettres');
  });
});
