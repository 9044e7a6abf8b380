import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { casePaths, openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

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

  it('has the authority’s form in its own order, with what is missing', async () => {
    const { text } = await door.read('sacha', `/cases/${caseId}/sheet?type=complete`, 'fr');
    expect(text.indexOf('1. Type de notification')).toBeLessThan(text.indexOf('7. À propos de la violation'));
    expect(text).toContain('Un classeur parti.');
    expect(text).toContain('Il manque pour cette notification');
  });
});
