import { describe, expect, it } from '@jest/globals';
import type { BreachRecord } from '../../../domain/authority/breachRecord';
import type { FilingContext } from '../../../domain/authority/filingContext';
import { FORM, missingFor, sheetOf } from '../../../domain/authority/form';
import { SECTIONS } from '../../../domain/authority/formField';
import { filing, firstHours, wholeRecord } from '../../fakes/breachRecord';

const initial = (record: BreachRecord, of: Partial<FilingContext> = {}) =>
  missingFor('initial', record, { ...filing, ...of }).map(({ field }) => field);
const complete = (record: BreachRecord, of: Partial<FilingContext> = {}) =>
  missingFor('complete', record, { ...filing, type: 'complete', ...of }).map(({ field }) => field);
const field = (record: BreachRecord, key: string, of: Partial<FilingContext> = {}) =>
  sheetOf(record, { ...filing, ...of })
    .sections.flatMap(({ fields }) => fields)
    .find((one) => one.key === key);

describe('the form', () => {
  it('has the authority’s fourteen sections in the authority’s order', () => {
    expect(sheetOf({}, filing).sections.map(({ number, section }) => [number, section])).toEqual(
      SECTIONS.map((section, index) => [index + 1, section]),
    );
    expect(SECTIONS).toHaveLength(14);
  });

  it('keeps each section’s fields together, and names no field twice', () => {
    const order = FORM.map(({ section }) => SECTIONS.indexOf(section));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(FORM.map(({ key }) => key)).size).toBe(FORM.length);
  });
});

describe('an initial notification', () => {
  it('needs the type, who notifies, whom to ask, awareness and nature', () => {
    expect(initial({}, { awareAt: null })).toEqual([
      'siren',
      'organisationName',
      'contactLastName',
      'contactFirstName',
      'contactEmail',
      'awareAt',
      'natures',
    ]);
  });

  it('says where each is said', () => {
    expect(missingFor('initial', {}, filing).map(({ pointer }) => pointer)).toEqual([
      '/siren',
      '/organisationName',
      '/contactPerson/lastName',
      '/contactPerson/firstName',
      '/contactPerson/email',
      '/natures',
    ]);
  });

  it('leaves with what is known in the first hours: "not known at this stage" is an answer', () => {
    expect(sheetOf(firstHours, filing).missing).toEqual([]);
    expect(field(firstHours, 'persons')?.state).toBe('pending');
  });

  it('of an organisation without a SIREN says so', () => {
    const { siren: _siren, ...record } = firstHours;
    expect(initial(record)).toEqual(['siren']);
    expect(initial({ ...record, hasNoSiren: true })).toEqual([]);
    expect(field({ ...record, hasNoSiren: true }, 'siren')?.values).toEqual([
      { as: 'terms', vocabulary: 'said', terms: ['noSiren'] },
    ]);
  });

  it('that is late needs its reasons, chosen and in words', () => {
    expect(initial(firstHours, { reasonsNeeded: true })).toEqual(['delayReasons', 'delayText']);
    const reasons: BreachRecord = { ...firstHours, delayReasons: ['toldLateByProcessor'], delayText: 'Reçu tard.' };
    expect(initial(reasons, { reasonsNeeded: true })).toEqual([]);
    expect(field(reasons, 'delayReasons')).toBeUndefined();
  });

  it('counts an erased or taken-back field as missing', () => {
    expect(initial({ ...firstHours, organisationName: null, contactPerson: null })).toEqual([
      'organisationName',
      'contactLastName',
      'contactFirstName',
      'contactEmail',
    ]);
  });
});

describe('what each notification still needs', () => {
  it('is said of the initial one, then of the complete one beside it, each by name', () => {
    const { siren: _siren, ...record } = firstHours;
    const [initially, whole] = sheetOf(record, filing).requires;
    expect(initially).toMatchObject({ type: 'initial', missing: [{ field: 'siren' }] });
    expect(whole?.type).toBe('complete');
    const named = (whole?.missing ?? []).map((one) => one.field);
    expect(named).toContain('persons');
    expect(named).not.toContain('siren');
    expect(['siren', ...named].toSorted()).toEqual(complete(record).toSorted());
  });

  it('is the same whichever of the two is looked at, and nothing of a whole record', () => {
    const asComplete = sheetOf(firstHours, { ...filing, type: 'complete' });
    expect(asComplete.requires).toEqual(sheetOf(firstHours, filing).requires);
    expect(sheetOf(wholeRecord, filing).requires.map(({ missing }) => missing)).toEqual([[], []]);
  });

  it('of a withdrawal is what makes it known, and no facts', () => {
    const sheet = sheetOf(firstHours, { ...filing, type: 'withdrawal' });
    expect(sheet.requires.map(({ type }) => type)).toEqual(['withdrawal']);
  });

  it('leaves out the optional answers, which are counted', () => {
    const blank = sheetOf({}, filing).optionalBlank;
    expect(blank).toBe(FORM.filter(({ need, key }) => need === 'optional' && key !== 'saidLaterAt').length);
    expect(sheetOf({ vatNumber: 'FR1' }, filing).optionalBlank).toBe(blank - 1);
  });
});

describe('a complete notification', () => {
  it('needs every section', () => {
    const sections = new Set(missingFor('complete', {}, filing).map(({ section }) => section));
    // which consequences are asked depends on what was lost
    expect(SECTIONS.filter((section) => !sections.has(section))).toEqual(['type', 'consequences']);
  });

  it('of a whole record misses nothing', () => {
    expect(sheetOf(wholeRecord, { ...filing, type: 'complete' })).toMatchObject({ missing: [], toComplete: [] });
  });

  it.each([
    ['persons', { persons: { amount: 'unknown' } }],
    ['records', { records: { amount: 'unknown' } }],
    ['data', { data: ['not-known'] }],
    ['personCategories', { personCategories: ['not-determined'] }],
    ['personsInformed', { personsInformed: 'notDetermined' }],
    ['crossBorder', { crossBorder: 'unknown' }],
    ['otherAuthority', { otherAuthority: 'unknown' }],
    ['began', { period: { period: 'ongoing', from: null, estimated: false } }],
  ] as [string, BreachRecord][])('does not leave while %s is not known', (key, change) => {
    expect(complete({ ...wholeRecord, ...change })).toEqual([key]);
    expect(initial({ ...wholeRecord, ...change })).toEqual([]);
  });

  it.each([
    ['a number that nobody will ever know', { persons: { amount: 'undeterminable' } }],
    ['the published "unknown" of a cause', { causes: ['unknown'] }],
    ['a period that cannot be said', { period: { period: 'unknown' } }],
    ['no other body', { otherBodies: [] }],
    ['no special category', { sensitive: [] }],
    ['a breach that goes on', { period: { period: 'ongoing', from: '2026-03-25T02:00:00.000Z', estimated: false } }],
  ] as [string, BreachRecord][])('takes %s for an answer', (_what, change) => {
    expect(complete({ ...wholeRecord, ...change })).toEqual([]);
  });

  it.each([
    ['otherData', { data: ['other'] }],
    ['otherPersons', { personCategories: ['other'] }],
    ['afterIntegrity', { natures: ['integrity'] }],
    ['consequencesText', { afterAvailability: ['other'] }],
    ['countries', { crossBorder: 'yes' }],
    ['countries', { crossBorder: 'yes', countries: [] }],
    ['otherDataAuthorities', { otherDataAuthority: 'yes' }],
    ['otherAuthorities', { otherAuthorities: [] }],
  ] as [string, BreachRecord][])('asks %s only where an answer calls for it', (key, change) => {
    expect(field(wholeRecord, key)?.state ?? 'not asked').toBe(key === 'otherAuthorities' ? 'given' : 'not asked');
    expect(complete({ ...wholeRecord, ...change })).toContain(key);
  });

  it.each(['consequencesText', 'otherData', 'otherPersons'] as const)(
    'shows what was written of %s, whether or not "other" was ticked',
    (key) => {
      expect(field({ ...wholeRecord, [key]: 'en clair' }, key)).toMatchObject({
        state: 'given',
        values: [{ as: 'text', text: 'en clair' }],
      });
    },
  );

  it.each([
    ['informed', ['informedCount', 'informedContent']],
    ['willBe', []],
    ['willNotBe', ['notInformedGround', 'notInformedText']],
  ] as const)('asks about persons who are %s', (personsInformed, asked) => {
    expect(complete({ ...wholeRecord, personsInformed })).toEqual(asked);
  });
});

describe('a complementary notification', () => {
  it('names the initial one, leaves with what is there, and says what is left', () => {
    const complementary = { ...filing, type: 'complementary' } as const;
    expect(initial(firstHours, complementary)).toEqual(['initialNumber']);
    const sheet = sheetOf(firstHours, { ...complementary, initialNumber: 'V-1' });
    expect(sheet.missing).toEqual([]);
    expect(sheet.toComplete.map((one) => one.field)).toContain('persons');
  });
});

describe('a withdrawal', () => {
  it('names what it withdraws and why, and completes no facts', () => {
    const withdrawal = { ...filing, type: 'withdrawal', awareAt: null } as const;
    expect(sheetOf({}, withdrawal).missing.map((one) => one.field)).toEqual([
      'initialNumber',
      'withdrawalReason',
      'siren',
      'organisationName',
      'contactLastName',
      'contactFirstName',
      'contactEmail',
    ]);
    const sheet = sheetOf(firstHours, { ...withdrawal, initialNumber: 'V-1', withdrawalReason: 'Fausse alerte.' });
    expect(sheet).toMatchObject({ missing: [], toComplete: [] });
  });
});

describe('a value on the sheet', () => {
  it('is ready to be written', () => {
    expect(field(wholeRecord, 'organisationName')?.values).toEqual([{ as: 'text', text: 'Ville de Brumeval' }]);
    expect(field(wholeRecord, 'harms')?.values).toEqual([
      { as: 'terms', vocabulary: 'harm', terms: ['loss-of-control', 'fraud'] },
    ]);
    expect(field(wholeRecord, 'awareAt')?.values).toEqual([{ as: 'instant', at: '2026-03-27T09:20:00.000Z' }]);
    expect(field(wholeRecord, 'persons')?.values).toEqual([{ as: 'count', count: { amount: 'exact', count: 1412 } }]);
  });

  it('that is estimated says so', () => {
    expect(field(wholeRecord, 'began')?.values).toEqual([
      { as: 'instant', at: '2026-03-25T02:00:00.000Z' },
      { as: 'terms', vocabulary: 'said', terms: ['estimated'] },
    ]);
  });

  it('of a list has a row for each', () => {
    expect(field(wholeRecord, 'otherBodies')?.values).toEqual([
      {
        as: 'row',
        values: [
          { as: 'text', text: 'Slime SAS' },
          { as: 'terms', vocabulary: 'bodyRole', terms: ['processor'] },
          { as: 'text', text: 'astreinte@slime.example' },
          { as: 'instant', at: '2026-03-27T09:20:00.000Z', of: 'alerted' },
        ],
      },
    ]);
  });

  it('of a contact who is the data protection officer gives that function', () => {
    expect(field(wholeRecord, 'contactFunction')?.values).toEqual([
      { as: 'terms', vocabulary: 'said', terms: ['dpo'] },
    ]);
  });
});
