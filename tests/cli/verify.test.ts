import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { reasonFr, verdictFr } from '../../cli/words/verdict.fr';
import { describe as sentence } from '../../verifier/verify';
import { vigie } from './terminal';

const source = readFileSync(join(__dirname, '../../verifier/verify.ts'), 'utf8');

/** Every reason of the verifier's own source, with a number or a name where it puts one. */
const reasons = [...source.matchAll(/(?:need\((?:[^;]|\n)*?|Refused\(|Unusable\(|wrong = )(['`])([^'`]*?)\1[,)]*;/g)]
  .map(([, , text = '']) =>
    text
      .replaceAll(/\$\{(?:before|size|seq|head\.size|this\.entries|String\(target\))\}/g, '7')
      .replaceAll('${what}', 'the seal')
      .replaceAll(/\$\{[^}]*\}(?:\})?/g, 'x'),
  )
  .filter((text) => text.includes(' ') && !text.startsWith('the earlier file: '));

describe('what `vigie verify` says in a French terminal', () => {
  it('has French for every reason that the verifier knows', () => {
    expect(reasons.length).toBeGreaterThan(40);
    expect(reasons.filter((reason) => /\b(the|is|of)\b/.test(reasonFr(reason)))).toEqual([]);
  });

  it.each([
    [
      { ok: false, line: 3, seq: 12, reason: 'the leaf is not that of the entry' } as const,
      'REFUSÉ, écriture 12 (ligne 3)\u00a0: la feuille n’est pas celle de l’écriture.',
    ],
    [
      { ok: false, line: 1, seq: null, reason: 'the header does not have the fields a b' } as const,
      'REFUSÉ, ligne 1\u00a0: l’en-tête n’a pas les champs a b.',
    ],
    [
      { ok: false, line: 2, seq: 4, reason: 'field text is not the value that was committed to' } as const,
      'REFUSÉ, écriture 4 (ligne 2)\u00a0: le champ text n’est pas la valeur engagée.',
    ],
  ])('refuses at the same place for the same reason', (verdict, french) => {
    expect(verdictFr(sentence(verdict))).toBe(french);
  });

  it('verifies with the same figures', () => {
    const one = {
      ok: true,
      origin: 'vigie.example/o1',
      size: 40,
      root: null,
      shown: 90,
      missing: 2,
      entries: 40,
    } as const;
    expect(verdictFr(sentence({ ...one, format: 'vigie-journal/1' }))).toBe(
      'VÉRIFIÉ vigie-journal/1 de vigie.example/o1\u00a0: 40 écritures sous un point de contrôle de 40\u00a0; 90 valeurs montrées, 2 effacées, chacune par une écriture qui le dit.',
    );
    expect(verdictFr(sentence({ ...one, format: 'vigie-envelope/1', size: null }))).toContain('enveloppe signée');
  });

  it('speaks the language of the terminal, with the same exit code', async () => {
    const line = ['verify', __filename, '--key', 'x'];
    const [french, english] = await Promise.all(
      ['fr', 'en'].map((VIGIE_LANGUAGE) => vigie(line, { env: { VIGIE_LANGUAGE } })),
    );
    expect([french?.code, english?.code]).toEqual([2, 2]);
    expect(french?.noted).toContain('NON VÉRIFIÉ\u00a0: la clé n’est pas une clé de vérification');
    expect(english?.noted).toContain('NOT CHECKED: the key is not an Ed25519 verifier key');
  });
});
