import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { firstCellsIn, titlesIn } from '../docs/titles';

const deadline = (name: string) => `domain/deadline/${name}.test.ts`;

/** Rows of the domain rules, copied; each is a named test of one of these files: its title, or the first cell of its row, begins so. */
const sections: Record<string, { files: readonly string[]; ids: readonly string[] }> = {
  '1.4, the 18 cases': {
    files: ['fakes/edpbCases.ts', 'domain/risk/cases.test.ts'],
    ids: Array.from({ length: 18 }, (_, index) => String(index + 1).padStart(2, '0')),
  },
  '1.4, flips': {
    files: ['domain/risk/cases.test.ts'],
    ids: ['01 with exfiltration unproven', '10 without encryption: as 11', '09 with a recipient who is not bound'],
  },
  '3.2, the 72 hours': {
    files: [deadline('legalClock')],
    ids: ['T1', 'T2', 'T3', 'T4', 'T5', 'T7', 'T8', 'T10', 'T11', 'T12', 'T14', 'T15'],
  },
  '3.3, the 24 hours of a contract': {
    files: [deadline('breachClock')],
    ids: ['K1', 'K3', 'K4', 'K5', 'K6 nature C', 'K6 nature A'],
  },
  '3.4, five working days': { files: [deadline('workingDays')], ids: ['W1', 'W2', 'W4', 'W5', 'W7'] },
  '3.4, days, months, years': {
    files: [deadline('charter'), deadline('retention')],
    ids: [
      'c.charter.2m',
      'c.charter.15d',
      'c.renewal',
      'r.archive10y',
      'r.access6m',
      'r.tech3m',
      'r.account24',
      'r.contact1y',
      'r.leave1m',
      'h.hold.review',
      'k.request5',
      's.cnil.silence',
    ],
  },
  '4.2, scales': { files: ['domain/risk/scales.test.ts'], ids: ['low', 'medium', 'high', 'veryHigh'] },
  '4.2, vectors': {
    files: ['fakes/enisaVectors.ts'],
    ids: [
      'list of shoppers to 1 wrong known addressee',
      'luxury list on the web',
      'year of calls hacked',
      'hospital ransomware, 2 days',
      'lost encrypted laptop',
      'bound 2×1+0',
      'bound 3×1+0',
      'bound 4×.75+1',
      'maximum 4+2',
      'SLIME contact, income and arrears hacked',
      'SLIME pseudonymised answers only',
    ],
  },
};

const textOf = (name: string) => readFileSync(join(__dirname, '..', name), 'utf8');
const namesIn = (code: string) => [
  ...titlesIn(code).flatMap(({ title, live }) => (live ? [title] : [])),
  ...firstCellsIn(code),
];
const isNamed = (names: readonly string[], id: string) =>
  names.some((name) => name.startsWith(id) && !/^[\p{L}\p{N}]/u.test(name.slice(id.length)));

describe.each(Object.entries(sections))('rows of domain rules %s', (_section, { files, ids }) => {
  const names = files.flatMap((name) => namesIn(textOf(name)));

  it.each(ids)('%s is a named test', (id) => {
    expect(isNamed(names, id)).toBe(true);
  });
});

describe('the examples of the domain rules in docs/domain.md', () => {
  const rules = readFileSync(join(__dirname, '../../docs/domain.md'), 'utf8');
  const instantsOf = (text: string) => text.match(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z/g) ?? [];
  const part = (from: string, to: string) => rules.slice(rules.indexOf(from), rules.indexOf(to));

  it.each([
    ['3.2', part('### 3.2', '### 3.3'), deadline('legalClock')],
    ['3.3', part('| t0 ', '### 3.4'), deadline('breachClock')],
  ])('of section %s have each its instants in the tests', (_section, told, file) => {
    const tested = new Set(instantsOf(textOf(file)).map((at) => new Date(at).toISOString()));
    const shown = instantsOf(told).map((at) => new Date(at).toISOString());
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.filter((at) => !tested.has(at))).toEqual([]);
  });
});

describe('a name', () => {
  const code = `
    it.each([['T1 plain', 1], [2, 'T2']])('%s', () => {});
    it.skip('T3 left', () => {});
    const rows = [edpb('01', 'title')];
    // it('T4', () => {});
    it('T10 title', () => {});`;

  it.each([
    ['T1', true],
    ['01', true],
    ['T10', true],
    ['T2', false],
    ['T3', false],
    ['T4', false],
  ])('%s: %s', (id, expected) => {
    expect(isNamed(namesIn(code), id)).toBe(expected);
  });
});
