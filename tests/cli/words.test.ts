import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../cli/shell/language';
import { duration, instant, table } from '../../cli/shell/show';
import { en } from '../../cli/words/en';
import { fr } from '../../cli/words/fr';
import { vigie } from './terminal';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe('words of the command', () => {
  it('are the same in both languages, hole by hole', () => {
    expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [key, text] of Object.entries(en))
      expect([key, holes(fr[key as keyof typeof en])]).toEqual([key, holes(text)]);
  });

  it('in French keep their colon, semicolon, marks and quotes on the line of the word', () => {
    for (const [key, text] of Object.entries(fr)) expect([key, / [:;!?»]|« /.exec(text)]).toEqual([key, null]);
  });

  it.each([
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'en_GB', LC_MESSAGES: 'fr_BE' }, 'fr'],
    [{ LANG: 'en_GB', VIGIE_LANGUAGE: 'fr' }, 'fr'],
    [{}, 'en'],
  ])('%o is %s', (env, language) => {
    expect(languageOf(env)).toBe(language);
  });
});

describe('the help', () => {
  it.each([
    ['fr_FR', 'par défaut', /default|command\]/],
    ['en_GB', 'default: person', /"person"/],
  ])('in %s says what an option is without being given, in that language', async (LANG, said, other) => {
    const { out } = await vigie(['signal', '--help'], { env: { LANG } });
    expect(out.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(out).not.toMatch(other);
    expect((await vigie(['--help'], { env: { LANG } })).out).toContain(LANG === 'fr_FR' ? '[commande]' : '[command]');
  });

  it('breaks no line inside of quotes or before a colon', async () => {
    const { out } = await vigie(['clocks', '--help'], { env: { LANG: 'fr_FR' } });
    expect(out).toContain('«\u00a0Maintenant\u00a0»');
  });
});

describe('what is shown', () => {
  it('an instant has its zone', () => {
    expect(instant('2026-03-29T19:00:00Z', 'en', 'Europe/Paris')).toBe('29/03/2026, 21:00:00 CEST');
    expect(instant('2026-03-29T19:00:00Z', 'fr', 'Europe/Paris')).toContain('21:00:00 UTC+2');
  });

  it.each([
    [90_000, 'en', '1 min 30 s'],
    [3_600_000 * 25, 'fr', '1 j 1 h'],
    [-5_000, 'en', '5 s'],
    [0, 'en', '0 s'],
  ] as const)('%d ms in %s is %s', (ms, language, text) => {
    expect(duration(ms, language)).toBe(text);
  });

  it('columns are as wide as their longest cell', () => {
    expect(table(['a', 'long'], [['wide', 'b']])).toBe('a     long\nwide  b');
  });
});
