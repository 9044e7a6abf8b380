import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { opening } from '../../fakes/caseStory';
import { createDuties } from '../../../worker/relay/createDuties';
import { casePaths, openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { must } from '../../fakes/realHouse';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'no-redundant-role': 'off', 'long-title': 'off' },
});

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let caseId: string;

beforeAll(async () => {
  told = await tellNight();
  caseId = await openNightCase(told.night);
  door = await openNightDoor(told.night);
}, 60_000);
afterAll(() => door.stop());

describe.each(['fr', 'en'] as const)('every page of a controller’s case, in %s', (language) => {
  it('is valid HTML, and says its language', async () => {
    const faults: string[] = [];
    for (const path of casePaths(caseId)) {
      const answer = await door.read('sacha', path, language);
      const report = await validator.validateString(answer.text);
      const messages = report.results.flatMap(({ messages: all }) =>
        all.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      );
      if (answer.status !== 200) faults.push(`${path}: ${answer.status}`);
      if (!answer.text.includes(`<html lang="${language}">`)) faults.push(`${path}: other language`);
      if (messages.length > 0) faults.push(`${path}: ${messages.slice(0, 4).join('; ')}`);
    }
    expect(faults).toEqual([]);
  }, 120_000);
});

describe('a controller’s case', () => {
  it('shows its limit, its decision, what was filed and what is left', async () => {
    const { text } = await door.read('sacha', `/cases/${caseId}`, 'fr');
    for (const words of ['Risque élevé', 'FR-1', 'Ce qui reste à faire', 'Hébergeur Exemple']) {
      expect(text).toContain(words);
    }
  });

  it('is among what burns now', async () => {
    const { text } = await door.read('sacha', '', 'fr');
    expect(text).toContain(`/cases/${caseId}`);
    expect(text).toContain('Informer les personnes');
  });

  it('is opened once by a form, in words that say from when the hours are counted', async () => {
    const page = await door.read('ines', '/cases/new', 'fr');
    expect(page.text).toContain('72 heures sont comptées');
  });

  it('says which other laws apply, what they ask for and by when, and which are still to be looked at', async () => {
    const { text } = await door.read('sacha', `/cases/${caseId}/regimes`, 'fr');
    expect(text.indexOf('S’applique\u00a0: ce qui est à faire')).toBeLessThan(text.indexOf('À répondre'));
    for (const words of ['NIS 2 (article 23)', 'Alerte précoce', 'CERT-FR-1', 'entité importante', '96\u00a0h']) {
      expect(text).toContain(words);
    }
    expect(text).toContain(`/cases/${caseId}/regimes/nis2/stage`);
    const page = await door.read('sacha', `/cases/${caseId}`, 'fr');
    expect(page.text).toContain('Alerte précoce');
    const now = await door.read('sacha', '', 'fr');
    expect(now.text).toContain('Notification d’incident\u00a0: NIS 2 (article 23)');
  });

  it('leads to “does not apply” also once every regime has its answer', async () => {
    const path = `/cases/${caseId}/regimes`;
    const left = [...(await door.read('sacha', `${path}/exclude`)).text.matchAll(/name="regimes\.(\w+)"/g)];
    const fields = left
      .map(([, regime = '']) => [`regimes.${regime}`, 'on'])
      .filter(([name]) => name !== 'regimes.nis2');
    await door.send('sacha', `${path}/exclude`, { ...Object.fromEntries(fields), reason: 'aucun ne nous vise' });
    const { text } = await door.read('sacha', path);
    expect(text).toContain('Chaque question a sa réponse');
    expect(text).toContain(`${path}/exclude`);
  });

  it('says on a form that is possible no more what was done, when and by whom', async () => {
    const { text } = await door.read('sacha', `/cases/${caseId}/qualify`);
    expect(text).toContain('Ce geste n’est plus possible ici');
    expect(text).toMatch(/, par \S+/);
  });

  it('says before it is closed that the lists of persons are destroyed', async () => {
    const { text } = await door.read('sacha', `/cases/${caseId}/close`);
    expect(text).toContain('sont détruites avec leurs clés');
  });

  it('takes on a page whom the persons can reach, as their message needs', async () => {
    const path = `/cases/${caseId}/record`;
    const half = await door.send('sacha', path, { 'dpo-email': 'dpd@exemple.fr' });
    expect([half.status, half.text.includes('href="#f-dpo-name"')]).toEqual([400, true]);
    const whole = { 'dpo-email': 'dpd@exemple.fr', 'dpo-name': 'Dana Modèle', 'dpo-phone': '+33 1 23 45 67 89' };
    const other = {
      'contactPerson-firstName': 'Ada',
      'contactPerson-lastName': 'Exemple',
      'contactPerson-email': 'a@b.fr',
    };
    expect((await door.send('sacha', path, { ...whole, ...other })).status).toBe(303);
    const one = await told.night.ports.projections.read('o1', 'controllerCase', caseId);
    expect(one?.record).toMatchObject({
      dpo: { name: 'Dana Modèle', email: 'dpd@exemple.fr', phone: '+33 1 23 45 67 89' },
      contactPerson: {
        firstName: 'Ada',
        lastName: 'Exemple',
        email: 'a@b.fr',
        phone: null,
        function: null,
        isDpo: false,
      },
    });
    expect((await door.read('sacha', path)).text).toContain('value="Dana Modèle"');
    expect((await door.read('sacha', `/cases/${caseId}/draft`)).text).toContain(path);
  });

  it('knows no page of a regime that does not exist', async () => {
    expect((await door.read('sacha', `/cases/${caseId}/regimes/hipaa/concern`, 'fr')).status).toBe(404);
  });

  it('answers a regime by a form without JavaScript, with its facts', async () => {
    const path = `/cases/${caseId}/regimes/insuranceNotice/concern`;
    const page = await door.read('sacha', path, 'fr');
    for (const words of ['Connaissance du sinistre', 'Le sinistre est un vol', 'Jours ouvrés prévus']) {
      expect(page.text).toContain(words);
    }
    const sent = await door.send('sacha', path, {
      triggerAt: '2026-03-27T20:00',
      reason: 'le contrat cyber couvre',
      theft: 'no',
      policyWorkingDays: '7',
    });
    expect(sent.status).toBe(303);
    const { text } = await door.read('sacha', `/cases/${caseId}/regimes`, 'fr');
    expect(text).toContain('le contrat cyber couvre');
  });

  it('has the authority’s form in its own order, with what is missing', async () => {
    const { text } = await door.read('sacha', `/cases/${caseId}/sheet?type=complete`, 'fr');
    expect(text.indexOf('1. Type de notification')).toBeLessThan(text.indexOf('7. À propos de la violation'));
    expect(text).toContain('Un classeur parti.');
    expect(text).toMatch(/Une notification initiale demande encore[^]*Une notification complète demande en outre/);
    expect(text).toMatch(/Réponses facultatives laissées vides\u00a0: \d/);
  });

  it('has the common template of the EDPB, and never calls complete what is still to be determined', async () => {
    const { text } = await door.read('sacha', `/cases/${caseId}/edpb?type=complete`, 'fr');
    expect(text).toContain('<h2 id="manque">À déterminer</h2>');
    expect(text.indexOf('<h2 id="e-0">Notification</h2>')).toBeLessThan(text.indexOf('>Chronologie</h2>'));
    expect(text).toContain('Incomplète');
    expect(text).toContain('Un classeur parti.');
  });

  it.each(['sheet/pdf?type=initial', 'edpb/pdf'])('has %s on paper', async (segment) => {
    const { status, headers, text } = await door.read('sacha', `/cases/${caseId}/${segment}`, 'fr');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(text.slice(0, 4)).toBe('%PDF');
  });

  it('has its public notice for everybody, once it is published, without a cookie and to be kept for a minute', async () => {
    const place = `/p/${told.night.orgId}/${caseId}`;
    expect((await door.guest.read(place)).status).toBe(404);
    expect((await door.send('sacha', `/cases/${caseId}/publish`, {})).status).toBe(303);
    const { status, headers, text } = await door.guest.read(place);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('Un classeur');
    expect(text).not.toContain('style=');
    expect((await validator.validateString(text)).results.flatMap(({ messages }) => messages)).toEqual([]);
    const { text: message } = await door.read('sacha', `/cases/${caseId}/message`, 'fr');
    expect(message).toContain(`${place}</a>`);
    expect(
      (await door.send('sacha', `/cases/${caseId}/unpublish`, { reason: 'Le périmètre était faux.' })).status,
    ).toBe(303);
    expect((await door.guest.read(place)).status).toBe(404);
  });
});

describe('E8 one notification for several cases', () => {
  const open = async (from: string) => {
    const { night } = told;
    const ctx = night.as('sacha');
    const given = opening({ receivedAt: '2026-03-27T20:00:00.000Z', from });
    const { id } = must(await openCase({ ctx, input: { key: from, opening: given } }));
    const change = { data: ['contact-details' as const], origins: ['wrong-recipient' as const], sensitive: [] };
    const command = { kind: 'record.change' as const, change };
    must(await commandCase({ ctx, input: { caseId: id, key: `${from} record`, command } }));
    return id;
  };

  it('is ticked on the sheet and on the form, and each page says with which others', async () => {
    const [first, second] = [await open('Envoi A'), await open('Envoi B')];
    const sheet = await door.read('sacha', `/cases/${first}/sheet`);
    expect(sheet.text).toContain(`name="with" value="${second}"`);
    expect(sheet.text).not.toContain(`name="with" value="${caseId}"`);
    for (const language of ['fr', 'en'] as const) {
      const both = await door.read('sacha', `/cases/${first}/sheet?type=initial&with=${second}`, language);
      const report = await validator.validateString(both.text);
      expect([both.status, report.results.flatMap(({ messages }) => messages)]).toEqual([200, []]);
      expect(both.text).toContain(`sheet/pdf?type&#x3D;initial&amp;with&#x3D;${second}`);
    }
    const headers = { authorization: `Bearer ${told.night.people.get('sacha')?.token}` };
    const rest = `/api/v1/organisations/o1/cases/${first}/sheet?with=${second}`;
    expect((await door.call('GET', rest, { headers })).status).toBe(200);
    const unfit = await door.call('GET', `${rest},${caseId}`, { headers });
    expect([unfit.status, unfit.text]).toEqual([400, expect.stringContaining('"/query/with/1"')]);
    const form = { authorityId: 'cnil', type: 'initial', sentAtNow: 'yes', receiptNumber: 'FR-77' };
    const path = `/cases/${first}/file`;
    expect((await door.read('sacha', path)).text).toContain(`name="bundledWith.${second}"`);
    expect((await door.send('sacha', path, { ...form, [`bundledWith.${second}`]: 'on' })).status).toBe(303);
    const found = await told.night.ports.projections.readAll('o1', 'controllerCase', [first, second]);
    const references = [first, second].map((id) => found.find((one) => one.id === id)?.reference);
    const pages = await Promise.all([first, second].map((id) => door.read('sacha', `/cases/${id}`, 'fr')));
    expect(pages[0]?.text).toContain(`notifié en même temps que ${references[1]}`);
    expect(pages[1]?.text).toContain(`notifié en même temps que ${references[0]}`);
    expect(pages[1]?.text).toContain('FR-77');
  });

  it('is said on the page of the first where another does not hold it, until the relay has written it there', async () => {
    const [first, second] = [await open('Envoi C'), await open('Envoi D')];
    const { journal, projections } = told.night.ports;
    const { append } = journal;
    journal.append = async (draft, ...rest) => {
      if (draft.type === 'authority.filed' && draft.subject.id === second) throw new Error('killed');
      return append(draft, ...rest);
    };
    const form = { authorityId: 'cnil', type: 'initial', sentAtNow: 'yes', receiptNumber: 'FR-78' };
    await door.send('sacha', `/cases/${first}/file`, { ...form, [`bundledWith.${second}`]: 'on' });
    journal.append = append;
    const reference = (await projections.read('o1', 'controllerCase', second))?.reference;
    const page = async (language: 'fr' | 'en') => (await door.read('sacha', `/cases/${first}`, language)).text;
    expect(await page('fr')).toContain(`Absent du dossier ${reference}`);
    expect(await page('en')).toContain(`Not in the file of ${reference}`);
    await createDuties(told.night.ports).open('o1');
    expect(await page('en')).not.toContain('Not in the file of');
    expect((await door.read('sacha', `/cases/${second}`, 'fr')).text).toContain('FR-78');
  });
});
