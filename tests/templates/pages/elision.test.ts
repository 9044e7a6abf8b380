import { expect, it } from '@jest/globals';
import { phrase, word } from '../../../templates/pages/words/word';
import { fr } from '../../../templates/pages/words/words.fr';

const elided = Object.entries(fr).filter(([, text]) => /\b[Dd]e \{\w+\}/.test(text));
const filled = (key: string, value: string) =>
  word('fr', key as keyof typeof fr, new Proxy({}, { get: () => value }) as Record<string, unknown>);

it('no French word says "de" before a value that begins with a vowel', () => {
  expect(elided.length).toBeGreaterThan(10);
  for (const value of ['Écoute', 'Europe/Paris', 'Arcadia', 'œuvre', 'Île'])
    for (const [key] of elided) {
      expect([key, filled(key, value)]).toEqual([key, expect.stringMatching(new RegExp(`[Dd]’${value}`))]);
      expect(filled(key, value)).not.toMatch(/\b[Dd]e [AEIOUÀÉÎŒaeiouœ]/u);
    }
});

it('others keep it, and English knows none', () => {
  expect(phrase('fr', { key: 'case.toldByAlone', values: { from: 'Slime' } })).toBe('Notification de Slime');
  expect(phrase('fr', { key: 'case.toldByAlone', values: { from: 'Écoute' } })).toBe('Notification d’Écoute');
  expect(phrase('fr', { key: 'form.zone', values: { zone: 'Europe/Paris' } })).toBe('Heure d’Europe/Paris');
  expect(phrase('en', { key: 'case.toldByAlone', values: { from: 'Écoute' } })).toContain('Écoute');
});
