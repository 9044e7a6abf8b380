import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isWord, word } from '../../../templates/pages/words/word';
import { en } from '../../../templates/pages/words/words.en';
import { fr } from '../../../templates/pages/words/words.fr';

const root = join(__dirname, '../../..');

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'words' ? [] : sourcesUnder(path);
    return entry.name.endsWith('.ts') ? [readFileSync(join(root, path), 'utf8')] : [];
  });
}

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe('the words of the interface', () => {
  it('English has exactly the keys of the French file, each with the same places to fill', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(fr).toSorted());
    for (const [key, text] of Object.entries(fr)) {
      expect([key, places(text)]).toEqual([key, places(en[key as keyof typeof en])]);
    }
  });

  it('no key is left blank, and French keeps its unbreakable spaces before high punctuation', () => {
    for (const text of [...Object.values(fr), ...Object.values(en)]) expect(text.trim()).not.toBe('');
    for (const text of Object.values(fr)) expect(text).not.toMatch(/ [:;?!»]/);
  });

  it('an hour or a thousand is not torn from its number at the end of a line', () => {
    for (const text of Object.values(fr)) expect(text).not.toMatch(/[\d}] (?:h|min|j|Mo|ko|000)(?![\p{L}\d])/u);
  });

  it('every key that a template writes exists', () => {
    const written = sourcesUnder('templates/pages').flatMap((source) =>
      [...source.matchAll(/\{\{[^}]*?"([a-z]+\.[A-Za-z0-9]+)"(?:[^}]*?"([a-z]+\.[A-Za-z0-9]+)")?/g)].flatMap(
        ([, first, second]) => [first, second],
      ),
    );
    const keys = written.filter((key): key is string => key !== undefined);
    expect(keys.length).toBeGreaterThan(200);
    expect(keys.filter((key) => !isWord(key))).toEqual([]);
  });

  it('a missing value fails instead of leaving a hole', () => {
    expect(() => word('fr', 'story.entry', {})).toThrow('nothing for {seq}');
  });
});
