import { describe, expect, it } from '@jest/globals';
import type { MemberFrame } from '../../../templates/pages/frame/frame';
import { signalledPage } from '../../../templates/pages/signal';

const frame: MemberFrame = {
  language: 'fr',
  zone: 'Europe/Paris',
  now: '2026-03-28T02:12:00.000Z',
  stylesheet: '/s.css',
  orgId: 'o1',
  organisation: 'Écoute & Enquêtes SCOP',
  reader: 'Inès Témoin',
  current: null,
  closed: [],
  caught: true,
  csrf: 'c',
  here: '/o/o1/signal/i1',
};
const view = {
  reference: 'SIG-2026-7',
  again: false,
  at: '2026-03-28T02:10:00.000Z',
  incidentPath: '/incidents/i1',
  calls: [{ role: { key: 'role.O' as const }, name: 'Paul Modèle', phone: '+33199000012' }],
};

const notTold = { told: false, words: { key: 'signal.notTold' as const } };

describe('the receipt of a report', () => {
  it('says that nobody is told, and whom to telephone, while mails are caught', () => {
    const page = signalledPage(frame, { ...view, told: notTold });
    expect(page).toContain('personne n’est encore prévenu');
    expect(page).toMatch(/Appelez l’astreinte maintenant.{1,8}<a [^>]*href="tel:\+33199000012"/);
  });

  it('says to whom a mail leaves', () => {
    const told = { told: true, words: { key: 'signal.told' as const, values: { roles: 'à la direction' } } };
    const page = signalledPage({ ...frame, caught: false }, { ...view, told });
    expect(page).toContain('Un courriel part à la direction.');
    expect(page).not.toContain('retenus ici');
  });
});
