import { describe, expect, it } from '@jest/globals';
import {
  boxOf,
  columnsOf,
  readRecipient,
  type Recipient,
  type RowReason,
} from '../../../domain/controllerCase/recipients';

describe('the first line of a list', () => {
  it.each([
    [['email'], { width: 1, email: 0, name: null, language: null, postal: null }],
    [['Nom', ' Courriel ', 'LANGUE'], { width: 3, email: 1, name: 0, language: 2, postal: null }],
    [['id', 'e-mail', 'city'], { width: 3, email: 1, name: null, language: null, postal: null }],
    [
      ['Nom', 'Adresse', 'Code postal', 'Ville'],
      {
        width: 4,
        email: null,
        name: 0,
        language: null,
        postal: { address: 1, complement: null, postcode: 2, city: 3, country: null },
      },
    ],
    [['adresse', 'ville'], null], // nobody to write to
    [['email', 'rue', 'address', 'ville'], null],
    [['name', 'language'], null],
    [['email', 'courriel'], null],
    [['email', 'nom', 'name'], null],
    [['a@b.example', 'Ann'], null],
  ])('%j', (header, expected) => {
    expect(columnsOf(header)).toEqual(expected);
  });
});

describe('a row of a list', () => {
  const columns = { width: 3, email: 0, name: 1, language: 2, postal: null };
  const long = `${'x'.repeat(250)}@b.example`;
  it.each<[string, string[], RowReason]>([
    ['no address', ['', 'Ann', 'fr'], 'emailMissing'],
    ['blanks for an address', ['   ', 'Ann', 'fr'], 'emailMissing'],
    ['no address but a name', ['Ann', 'Ann', 'fr'], 'emailInvalid'],
    ['two addresses', ['a@b.example,c@d.example', 'Ann', 'fr'], 'emailInvalid'],
    ['a header behind the address', ['a@b.example\nBcc: x@y.example', 'Ann', 'fr'], 'emailInvalid'],
    ['an address of 260 characters', [long, 'Ann', 'fr'], 'emailInvalid'],
    ['a name on two lines', ['a@b.example', 'Ann\nB', 'fr'], 'nameInvalid'],
    ['a name that turns round', ['a@b.example', 'Ann\u202e', 'fr'], 'nameInvalid'],
    ['a name of 201 characters', ['a@b.example', 'x'.repeat(201), 'fr'], 'nameInvalid'],
    ['another language', ['a@b.example', 'Ann', 'de'], 'languageUnknown'],
    ['too few columns', ['a@b.example', 'Ann'], 'columns'],
    ['too many columns', ['a@b.example', 'Ann', 'fr', ''], 'columns'],
  ])('with %s is left out', (_what, fields, reason) => {
    expect(readRecipient(columns, fields)).toBe(reason);
  });

  it('may say neither name nor language, and is trimmed', () => {
    expect(readRecipient(columns, [' a@b.example ', '', ''])).toEqual({
      email: 'a@b.example',
      name: null,
      language: null,
    });
    expect(readRecipient(columns, ['a@b.example', ' Ann ', 'EN'])).toMatchObject({ name: 'Ann', language: 'en' });
    expect(readRecipient(columns, ['a@b.example', '=cmd()', 'fr'])).toMatchObject({ name: '=cmd()' });
  });
});

it('a street without a column of cities is an address that is not whole; without either there is none', () => {
  const columns = columnsOf(['email', 'nom', 'adresse']);
  if (columns === null) throw new Error('no columns');
  expect(readRecipient(columns, ['', 'Ann', '1 rue X'])).toBe('postalIncomplete');
  expect(readRecipient(columns, ['', 'Ann', ''])).toBe('emailMissing');
});

describe('a row with a postal address', () => {
  const columns = columnsOf(['email', 'nom', 'adresse2', 'adresse', 'cp', 'ville', 'pays']);
  const read = (...fields: string[]) => columns && readRecipient(columns, fields);
  const ann = ['', 'Ann Exemple', 'Bât. B', '1 rue de l’Essai', '00000', 'Val Témoin', 'Belgique'];

  it('and no mail address gets a letter, with its lines as they stand on an envelope', () => {
    expect(read(...ann)).toEqual({
      email: null,
      name: 'Ann Exemple',
      language: null,
      postal: ['Ann Exemple', 'Bât. B', '1 rue de l’Essai', '00000 Val Témoin', 'BELGIQUE'],
    });
  });

  it('and a mail address gets the mail alone: the other is not kept', () => {
    expect(read('a@b.example', ...ann.slice(1))).toEqual({ email: 'a@b.example', name: 'Ann Exemple', language: null });
  });

  it.each<[string, (fields: string[]) => string[], RowReason]>([
    ['without a name', (fields) => fields.with(1, ''), 'postalIncomplete'],
    ['without a street', (fields) => fields.with(3, ''), 'postalIncomplete'],
    ['without a city', (fields) => fields.with(5, ''), 'postalIncomplete'],
    ['with neither', (fields) => fields.with(3, '').with(5, ''), 'emailMissing'],
    ['with a line that the window does not hold', (fields) => fields.with(3, 'x'.repeat(61)), 'postalInvalid'],
    ['with a line that turns round', (fields) => fields.with(5, 'Val\u202e'), 'postalInvalid'],
    ['with something that is no mail address', (fields) => fields.with(0, 'ann'), 'emailInvalid'],
  ])('%s is left out', (_what, change, reason) => {
    expect(read(...change(ann))).toBe(reason);
  });

  it('is one box however it is spelled, and another for another person there', () => {
    const box = (fields: string[]) => boxOf(read(...fields) as Recipient);
    expect(box(ann.with(3, '1, RUE de l’Essai'))).toBe(box(ann));
    expect(box(ann.with(3, "1 rue de l'Essai"))).toBe(box(ann.with(3, '1 rue de l’Essai')));
    expect(box(ann.with(3, '1 rue Pré‑Haut'.normalize('NFD')))).toBe(box(ann.with(3, '1 rue Pré-Haut')));
    expect(box(ann.with(3, '2 rue de l’Essai'))).not.toBe(box(ann.with(3, '1 rue de l’Essai')));
    expect(box(ann.with(1, 'Bo Exemple'))).not.toBe(box(ann));
  });
});
