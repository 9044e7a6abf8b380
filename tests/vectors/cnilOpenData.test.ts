import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { personsBand } from '../../domain/authority/personsBand';
import { PersonsBand, PersonsInformed, Sector } from '../../domain/authority/vocabulary';
import { Nature } from '../../domain/deadline/breachClock';
import { BreachCause, BreachOrigin, DataCategory } from '../../domain/incident/vocabulary';
import { saWord } from '../../templates/authorityValue';
import { type OpenDataRow, readOpenData } from './cnil/read';

const bytes = readFileSync(join(__dirname, 'cnil/violations.csv'));
const rows = readOpenData(bytes);

/** The published file writes straight apostrophes and capitals without accents. */
const folded = (label: string): string =>
  label
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('’', "'")
    .replaceAll('\u00a0', ' ')
    .toLowerCase();

const columns: [name: string, vocabulary: string, terms: z.ZodEnum, of: (row: OpenDataRow) => readonly string[]][] = [
  ['sector', 'sector', Sector, ({ sector }) => [sector]],
  ['nature', 'nature', Nature, ({ natures }) => natures],
  ['persons', 'band', PersonsBand, ({ band }) => [band]],
  ['data', 'data', DataCategory, ({ data }) => data],
  ['origin', 'origin', BreachOrigin, ({ origins }) => origins],
  ['cause', 'cause', BreachCause, ({ causes }) => causes],
  ['telling', 'informed', PersonsInformed, ({ informed }) => [informed]],
];

const labels = (vocabulary: string, { options }: z.ZodEnum): string[] =>
  options.map((term) => folded(saWord('fr', vocabulary, String(term))));

describe('the CNIL’s open data', () => {
  it('is read with its note, its encoding and its cells of several values', () => {
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({
      line: 3,
      month: '2025-01',
      sector: 'Santé humaine et action sociale',
      natures: ['Perte de la confidentialité', 'Perte de la disponibilité'],
      band: 'Entre 51 et 300 personnes',
      data: ['Etat civil (ex : nom, sexe, date de naissance, âge...)'],
      sensitive: true,
      origins: ['Piratage, logiciel malveillant (par exemple rançongiciel) et/ou hameçonnage'],
      causes: ['Acte externe malveillant', 'Acte interne accidentel'],
      informed: 'Oui, les personnes ont été informées',
    });
    expect(rows[1]?.sector).toBe("Commerce ; réparation d'automobiles et de motocycles");
  });

  it.each(columns)('says nothing of %s that our vocabulary has not', (_name, vocabulary, terms, of) => {
    const ours = labels(vocabulary, terms);
    expect(rows.flatMap(of).filter((said) => !ours.includes(folded(said)))).toEqual([]);
  });

  it.each(columns.filter(([name]) => name !== 'sector'))(
    'has each of our terms of %s',
    (_name, vocabulary, terms, of) => {
      const theirs = new Set(rows.flatMap(of).map(folded));
      expect(labels(vocabulary, terms).filter((label) => !theirs.has(label))).toEqual([]);
    },
  );

  it.each([
    ['no note', bytes.subarray(bytes.indexOf('\n') + 1), 'line 1'],
    ['other headings', Buffer.from(bytes.toString('latin1').replace('Natures', 'Nature'), 'latin1'), 'line 2'],
    ['a row that is too short', Buffer.concat([bytes, Buffer.from('2025-04;x')]), 'line 9 has 2 cells'],
    ['a month that is none', Buffer.concat([bytes, Buffer.from('2025-13;;;;;;;;')]), 'line 9: 2025-13'],
  ])('of another form is refused: %s', (_what, changed, message) => {
    expect(() => readOpenData(changed)).toThrow(message);
  });
});

describe('the band of a number of persons', () => {
  it.each([
    [0, '0-5'],
    [5, '0-5'],
    [6, '6-50'],
    [50, '6-50'],
    [51, '51-300'],
    [300, '51-300'],
    [301, '301-5000'],
    [5000, '301-5000'],
    [5001, 'over5000'],
    [100_000, 'over5000'],
  ])('%d is in %s', (persons, band) => {
    expect(personsBand(persons)).toBe(band);
  });
});
