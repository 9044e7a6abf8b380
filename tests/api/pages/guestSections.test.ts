import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commands } from '../../fakes/incidentStory';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

/** Where the page shows each section of the mail, by its heading without its letter. A new section without a place fails. */
const PLACES: Record<string, string> = {
  'En bref': 'class="strip"',
  'Référence, destinataire et contrat': 'SLIME-EI-2026-01',
  Chronologie: 'id="item-0"',
  Nature: 'id="item-a"',
  Contact: 'id="item-b"',
  'Personnes et enregistrements': 'id="item-c"',
  'Conséquences probables': 'id="item-d"',
  Mesures: 'id="item-e"',
  'Sous-traitants ultérieurs': 'id="item-f"',
  'Éléments à venir': 'id="item-g"',
  'Preuves et plainte': 'id="item-h"',
  'Rappel de vos délais': 'id="dl"',
  'Accusé de réception demandé': 'id="ack"',
  Annexes: '/pdf/',
  Vérification: 'SHA-256',
};

const headings = (mail: string): string[] =>
  [...mail.matchAll(/^(.+)\n-{3,}$/gm)].map(([, heading = '']) => heading.replace(/^\w[.)] /, ''));

async function read(version: number) {
  const { night, stolen } = told;
  const link = await night.ports.links.issue('o1', stolen.val, 'c1');
  const [page, mail] = [await door.guest.read(`/n/${link}`), await door.guest.read(`/n/${link}/text/${version}`)];
  const words = page.text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
  return { page: page.text, words, mail: mail.text };
}

describe('a contact’s page', () => {
  it('shows every section of the mail', async () => {
    const { page, mail } = await read(1);
    const own = headings(mail).filter((heading) => heading in PLACES || !heading.startsWith('Mesures '));
    expect(own.length).toBeGreaterThan(12);
    for (const heading of own) {
      expect({ heading, place: PLACES[heading] }).toEqual({ heading, place: expect.any(String) });
      expect(page).toContain(PLACES[heading]);
    }
    expect(Buffer.byteLength(page)).toBeLessThan(60 * 1024);
  });

  it('shows in item f who told us, of which tier, without arrow or bare date, and only what this version told', async () => {
    const { night, stolen } = told;
    const received = { ...commands['subNotice.receive'], chain: ['Cabinet d’études rang 2', 'Hébergeur Exemple'] };
    const touched = [{ agreementId: night.agreements.val, role: 'processor' as const }];
    const now = night.ports.now().toISOString();
    await night.command('paul', stolen.id, { ...received, touched, receivedAt: now });
    expect((await read(1)).words).not.toContain('Hébergeur Exemple');
    const e = { answer: 'value' as const, text: 'Comptes fermés, postes chiffrés.' };
    await night.send('paul', stolen.val, { kind: 'supplement', items: { e } });
    const { words, mail } = await read(2);
    for (const said of ['Cabinet d’études rang 2, informé par Hébergeur Exemple', 'certain, selon lui']) {
      expect(words).toContain(said);
      expect(mail.replaceAll(/\s+/g, ' ')).toContain(said);
    }
    expect(`${words} ${mail}`).not.toMatch(/←|reçu le \d{4}-/);
  });
});
