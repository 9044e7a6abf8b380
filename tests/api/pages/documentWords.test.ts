import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toIssues } from '../../../api/http/issues';
import { documentWords } from '../../../api/pages/forms/documentWords';
import { Annex1 } from '../../../domain/agreement/annex1';
import { phrase } from '../../../templates/pages/words/word';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

const annex = JSON.parse(readFileSync(join(__dirname, '../../../fixtures/agreement-slime.json'), 'utf8'));
const bad = [
  undefined,
  null,
  '',
  -1,
  0,
  1.5,
  1e9,
  true,
  [],
  {},
  { zzz: 1 },
  'zzz',
  'x'.repeat(20_000),
  'a\nb',
  '2026-02-30',
];

/** The document with one place of it spoilt. */
function spoilt(path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(annex);
  const last = path.at(-1) ?? '';
  const place = path.slice(0, -1).reduce((at, step) => at[step], copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

const placesOf = (value: unknown, path: readonly string[] = []): string[][] => [
  ...(path.length > 0 ? [[...path]] : []),
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))
    : []),
];

function faultsOf(document: unknown): string[] {
  const read = Annex1.safeParse(document);
  return read.success ? [] : toIssues(read.error.issues).map(({ message }) => message);
}

describe('a fault in a pasted contract', () => {
  it('is said in words of the reader’s language, whatever place is spoilt in whatever way', () => {
    const places = placesOf(annex);
    const messages = new Set(places.flatMap((path) => bad.flatMap((value) => faultsOf(spoilt(path, value)))));
    expect(messages.size).toBeGreaterThan(40);
    const unsaid = [...messages].filter((message) => {
      const said = documentWords(message, 'fr');
      return typeof said === 'string' || said.key === 'doc.check';
    });
    expect(unsaid).toEqual([]);
    for (const language of ['fr', 'en'] as const) {
      const words = [...messages].map((message) => phrase(language, documentWords(message, language)));
      expect(words.filter((one) => /Invalid|expected|received|>=|<=|[{]\w+[}]/.test(one))).toEqual([]);
    }
  });
});

describe('the page of a contract, and that of an amendment', () => {
  let night: Night;
  let door: Awaited<ReturnType<typeof openNightDoor>>;
  beforeAll(async () => {
    night = await createNight();
    door = await openNightDoor(night);
  });
  afterAll(() => door.stop());
  const unsigned = () => {
    const { signatures: _signed, ...document } = structuredClone(annex);
    return document;
  };
  const amend = (document: unknown) =>
    door.send('alix', `/agreements/${night.agreements.val}/amend/file`, { document: JSON.stringify(document) });

  it('say what is expected at which place', async () => {
    const { terms } = annex;
    const wrong = { ...terms, breachNotice: { ...terms.breachNotice, hours: 'vingt-quatre' } };
    const sent = await door.send('alix', '/agreements/new/file', {
      document: JSON.stringify({ ...annex, terms: wrong }),
    });
    expect(sent.text).toMatch(/\/terms\/breachNotice\/hours\s:\sil faut un nombre, sans guillemets/);
    expect(sent.text).not.toMatch(/Invalid|received/);
  });

  it('say of an amendment which number it must have, what cannot change, and that nothing does', async () => {
    const next = { ...unsigned(), version: 2 };
    expect((await amend(next)).text).toMatch(/Le document\s:\srien n’y change/);
    expect((await amend({ ...next, version: 7 })).text).toMatch(/\/version\s:\sla prochaine version porte le numéro 2/);
    const other = await amend({ ...next, reference: 'AUTRE-1' });
    expect(other.text).toMatch(/\/reference\s:\sreste SLIME-EI-2026-01/);
  });
});
