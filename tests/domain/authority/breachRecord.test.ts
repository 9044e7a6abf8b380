import { describe, expect, it } from '@jest/globals';
import { toIssues } from '../../../api/http/issues';
import { BreachRecord, changeRecord, RecordChange } from '../../../domain/authority/breachRecord';
import { isErasable } from '../../../domain/journal/erasable';
import { firstHours, wholeRecord } from '../../fakes/breachRecord';

const faults = (value: unknown): { pointer: string; message: string }[] => {
  const parsed = RecordChange.safeParse(value);
  return parsed.success ? [] : toIssues(parsed.error.issues);
};
const pointers = (value: unknown): string[] => [...new Set(faults(value).map(({ pointer }) => pointer))];

const contact = firstHours.contactPerson;

describe('what may be entered', () => {
  it('is any part of a record, and nothing at all', () => {
    for (const value of [{}, firstHours, wholeRecord]) expect(pointers(value)).toEqual([]);
  });

  it('null takes any field back', () => {
    const nothing = Object.fromEntries(Object.keys(RecordChange.shape).map((name) => [name, null]));
    expect(pointers(nothing)).toEqual([]);
  });

  const rows: [what: string, value: object, pointer: string][] = [
    ['a SIREN with a wrong check digit', { siren: '200000009' }, '/siren'],
    ['a SIREN of eight digits', { siren: '20000000' }, '/siren'],
    ['a name of blanks', { organisationName: '  ' }, '/organisationName'],
    ['a name that turns its direction', { organisationName: 'Ville\u202eX' }, '/organisationName'],
    ['a staff below zero', { staff: -1 }, '/staff'],
    ['a sector of no nomenclature', { sector: 'Z' }, '/sector'],
    ['a country by its name', { country: 'France' }, '/country'],
    ['an address that is none', { contactPerson: { ...contact, email: 'claire' } }, '/contactPerson/email'],
    ['a telephone without its country', { contactPerson: { ...contact, phone: '0199000031' } }, '/contactPerson/phone'],
    ['a contact without a last name', { contactPerson: { ...contact, lastName: '' } }, '/contactPerson/lastName'],
    ['a text of blanks', { description: ' \n' }, '/description'],
    ['a nature of no list', { natures: ['confidentiality', 'theft'] }, '/natures/1'],
    ['half a person', { persons: { amount: 'approx', count: 1.5 } }, '/persons/count'],
    ['an amount without its number', { persons: { amount: 'exact' } }, '/persons/count'],
    [
      'a period that ends before it begins',
      {
        period: { period: 'range', from: '2026-03-27T06:30:00.000Z', to: '2026-03-25T02:00:00.000Z', estimated: false },
      },
      '/period/to',
    ],
    ['a period that may be estimated or not', { period: { period: 'day', on: '2026-03-25' } }, '/period/estimated'],
    ['a day of no calendar', { informedOn: '2026-02-30' }, '/informedOn'],
    [
      'a measure in no state',
      { measuresAfter: [{ what: 'x', state: 'soon', owner: null, at: null }] },
      '/measuresAfter/0/state',
    ],
    [
      'a body of unknown part',
      { otherBodies: [{ name: 'x', role: 'friend', contact: null, alertedAt: null }] },
      '/otherBodies/0/role',
    ],
    [
      'a country that is none',
      { countries: [{ country: 'fr', persons: { amount: 'unknown' } }] },
      '/countries/0/country',
    ],
    ['a field that nobody knows', { colour: 'red' }, '/colour'],
    ['awareness, which is the clock’s', { awareAt: '2026-03-27T09:20:00.000Z' }, '/awareAt'],
  ];

  it.each(rows)('refuses %s', (_what, value, pointer) => {
    expect(pointers(value)).toEqual([pointer]);
  });

  it('names every fault at once', () => {
    expect(pointers({ siren: '1', sector: 'Z', natures: ['x'] })).toEqual(['/siren', '/sector', '/natures/0']);
  });
});

describe('what an entry holds', () => {
  it('reads everything that may be entered', () => {
    expect(BreachRecord.parse(wholeRecord)).toEqual(wholeRecord);
  });

  it('goes on reading what would be refused today', () => {
    expect(BreachRecord.safeParse({ siren: '200000009', organisationName: 'Ville\u202eX' }).success).toBe(true);
  });

  it('lets every text that a person wrote be erased, and nothing that is counted or chosen from a list', () => {
    const erasable = Object.entries(BreachRecord.shape).flatMap(([name, schema]) => (isErasable(schema) ? [name] : []));
    expect(erasable).toEqual([
      'organisationName',
      'vatNumber',
      'street',
      'postcode',
      'city',
      'representative',
      'contactPerson',
      'dpo',
      'otherBodies',
      'datesComment',
      'discovery',
      'delayText',
      'description',
      'systems',
      'processings',
      'otherData',
      'otherPersons',
      'measuresBefore',
      'consequencesText',
      'recoverableData',
      'harmsText',
      'measuresAfter',
      'lessons',
      'informedContent',
      'notInformedText',
      'otherDataAuthorities',
      'otherAuthorities',
      'attachments',
    ]);
  });
});

describe('a change', () => {
  it('says some fields anew and leaves the others', () => {
    const changed = changeRecord(firstHours, { persons: { amount: 'exact', count: 1412 }, sector: 'O' });
    expect(changed).toEqual({ ...firstHours, persons: { amount: 'exact', count: 1412 }, sector: 'O' });
  });

  it('takes a field back by null, and leaves what is undefined', () => {
    expect(changeRecord({ staff: 3, sector: 'O' }, { staff: null, sector: undefined })).toEqual({
      staff: null,
      sector: 'O',
    });
  });

  it('replaces lists whole', () => {
    expect(changeRecord({ harms: ['fraud', 'other'] }, { harms: ['discrimination'] }).harms).toEqual([
      'discrimination',
    ]);
  });

  it('does not touch the record that it is made from', () => {
    const before = { staff: 3 };
    changeRecord(before, { staff: 4 });
    expect(before).toEqual({ staff: 3 });
  });
});
