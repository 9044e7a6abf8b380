import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fieldPlace } from '../../../api/pages/case/fieldPlaces';
import { FORM, missingFor } from '../../../domain/authority/form';
import { filingOf, sheetOfCase, toldTo } from '../../../domain/controllerCase/sheet';
import { openCase } from '../../../application/controllerCase/openCase';
import { readCaseToFill } from '../../../application/controllerCase/readCases';
import { opening } from '../../fakes/caseStory';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let decided: string;
let fresh: string;

beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  decided = await openNightCase(night);
  const given = opening({ receivedAt: '2026-03-27T21:00:00.000Z', origin: 'thirdParty' });
  fresh = must(await openCase({ ctx: night.as('sacha'), input: { key: 'fresh', opening: given } })).id;
  door = await openNightDoor(night);
}, 60_000);
afterAll(() => door.stop());

const read = async (caseId: string) => must(await readCaseToFill({ ctx: night.as('sacha'), input: { caseId } }));
const pages = new Map<string, string>();
async function page(path: string): Promise<string> {
  const known = pages.get(path) ?? (await door.read('sacha', path)).text;
  pages.set(path, known);
  return known;
}

/** Chosen on the sheet itself. */
const asked = FORM.map(({ key }) => key).filter((key) => key !== 'filingType');

describe('what the sheet can call missing has a page and a question that answers it', () => {
  it.each(asked)('%s', async (key) => {
    const shown = await Promise.all(
      [decided, fresh].map(async (id) => {
        const [segment, name] = fieldPlace(key, await read(id))?.href.split('#') ?? [];
        return (await page(`/cases/${id}/${segment}`)).includes(`id="${name}"`);
      }),
    );
    expect(shown).toContain(true); // a decided case, or one that nobody has looked at yet
  });

  it('and the sheet leads to it from what is missing, and from each blank answer', async () => {
    const html = await page(`/cases/${fresh}/sheet?type=complete`);
    for (const name of ['certainty', 'otherBodies-0-name', 'otherAuthority']) {
      expect(html).toContain(`href="/o/${night.orgId}/cases/${fresh}/record#f-${name}"`);
    }
    const form = await page('/identity');
    for (const name of ['sector', 'staff', 'representative-lastName']) {
      expect(html).toContain(`href="/o/${night.orgId}/identity#f-${name}"`);
      expect(form).toContain(`id="f-${name}"`);
    }
  });

  it('and what the organisation says of itself stands on the sheet, with where it is from', async () => {
    const said = { siren: '732829320', sector: 'O', staff: '412', vatNumber: 'FR44732829320' };
    const named = { 'representative-firstName': 'Alix', 'representative-lastName': 'Exemple' };
    const whole = { ...said, ...named, 'representative-email': 'alix@mairie.example' };
    expect((await door.send('sacha', '/identity', whole)).status).toBe(303);
    const html = (await door.read('sacha', `/cases/${fresh}/sheet?type=complete`)).text;
    const behind = (label: string) => new RegExp(`<dt>${label}.*?</div>`).exec(html)?.[0];
    expect(behind('Effectif')).toMatch(/>412<.*d’après l’organisation/);
    expect(behind('Numéro de TVA')).toMatch(/>FR44732829320<.*d’après l’organisation/);
    expect((await read(fresh)).said).not.toHaveProperty('staff');
    expect((await door.send('sacha', '/identity', { ...whole, staff: '' })).status).toBe(303);
    const organisation = await night.ports.projections.read(night.orgId, 'organisation', night.orgId);
    expect(organisation?.identity).not.toHaveProperty('staff');
    expect(organisation?.identity).toMatchObject({ representative: { civility: null, lastName: 'Exemple' } });
  });

  it('and one filling of the record leaves nothing missing', async () => {
    const sent = await door.send('sacha', `/cases/${fresh}/record`, ALL);
    expect(sent.status).toBe(303);
    const one = toldTo(await read(fresh), [], { type: 'complete' }, night.clock.now);
    const filing = { ...filingOf(one, { type: 'complete' }, night.clock.now), reasonsNeeded: true };
    expect(missingFor('complete', one.record, filing).map(({ field }) => field)).toEqual([]);
    const sheet = sheetOfCase(one, { type: 'complete' }, night.clock.now);
    const values = sheet.sections.flatMap(({ fields }) => fields).find(({ key }) => key === 'otherBodies')?.values;
    expect(values).toEqual([
      {
        as: 'row',
        values: [
          { as: 'text', text: 'Hébergeur Exemple' },
          { as: 'terms', vocabulary: 'bodyRole', terms: ['processor'] },
          { as: 'text', text: 'alerte@hebergeur.example' },
          { as: 'instant', at: '2026-03-27T21:00:00.000Z', of: 'alerted' },
        ],
      },
    ]);
  });

  it('and a row that is emptied goes, the others stay', async () => {
    const two = { ...ALL, 'otherBodies-1-name': 'Cabinet Exemple', 'otherBodies-1-role': 'jointController' };
    await door.send('sacha', `/cases/${fresh}/record`, two);
    const kept = {
      'otherBodies-0-name': '',
      'otherBodies-0-role': '',
      'otherBodies-0-contact': '',
      'otherBodies-0-alertedAt': '',
      'otherBodies-1-name': 'Cabinet Exemple',
      'otherBodies-1-role': 'jointController',
    };
    expect((await door.send('sacha', `/cases/${fresh}/record`, kept)).status).toBe(303);
    expect((await read(fresh)).said.otherBodies?.map(({ name }) => name)).toEqual(['Cabinet Exemple']);
  });

  it('and a row that misses its name says so at the question', async () => {
    const { text } = await door.send('sacha', `/cases/${fresh}/record`, { 'otherAuthorities-0-reference': 'A-1' });
    expect(text).toMatch(/<a href="#f-otherAuthorities-0-name">/);
  });
});

const ALL: Record<string, string> = {
  siren: '732829320',
  organisationName: 'Mairie Exemple',
  vatNumber: 'FR44732829320',
  sector: 'O',
  staff: '412',
  street: '1 place Exemple',
  postcode: '00000',
  city: 'Exempleville',
  country: 'fr',
  'representative-civility': 'madam',
  'representative-firstName': 'Alix',
  'representative-lastName': 'Exemple',
  'representative-email': 'alix@mairie.example',
  'contactPerson-firstName': 'Sacha',
  'contactPerson-lastName': 'Exemple',
  'contactPerson-function': 'DPO',
  'contactPerson-email': 'sacha@mairie.example',
  'contactPerson-phone': '+33100000000',
  'otherBodies-0-name': 'Hébergeur Exemple',
  'otherBodies-0-role': 'processor',
  'otherBodies-0-contact': 'alerte@hebergeur.example',
  'otherBodies-0-alertedAt': '2026-03-27T22:00',
  period: 'range',
  periodFrom: '2026-03-26T10:00',
  periodTo: '2026-03-27T10:00',
  discovery: 'Un agent a prévenu.',
  certainty: 'established',
  'delayReasons.complexScope': 'on',
  delayText: 'Étendue longue à établir.',
  'natures.confidentiality': 'on',
  'natures.integrity': 'on',
  'natures.availability': 'on',
  'origins.paper-lost-or-stolen': 'on',
  'causes.internal-accidental': 'on',
  description: 'Un classeur parti.',
  'data.other': 'on',
  otherData: 'Dessins',
  'sensitive.health': 'on',
  records: '40',
  'personCategories.other': 'on',
  otherPersons: 'Riverains',
  persons: '40',
  measuresBefore: 'Armoire fermée',
  'afterConfidentiality.other': 'on',
  'afterIntegrity.other': 'on',
  'afterAvailability.other': 'on',
  consequencesText: 'Voisins prévenus',
  'harms.other': 'on',
  gravity: 'limited',
  'measures-done': 'Serrure changée',
  personsInformed: 'informed',
  informedOn: '2026-03-27',
  informedCount: '40',
  'informedBy.letter': 'on',
  informedContent: 'Ce qui est arrivé.',
  crossBorder: 'yes',
  touched: 'BE',
  otherDataAuthority: 'yes',
  'otherDataAuthorities-0-name': 'APD',
  otherAuthority: 'yes',
  'otherAuthorities-0-name': 'ANSSI',
  'otherAuthorities-0-reference': 'A-12',
};
