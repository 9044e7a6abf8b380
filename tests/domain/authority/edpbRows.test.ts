import { describe, expect, it } from '@jest/globals';
import type { BreachRecord } from '../../../domain/authority/breachRecord';
import { edpbFormOf } from '../../../domain/authority/edpbForm';
import { EDPB_FIELDS, type EdpbRow, edpbRows } from '../../../domain/authority/edpbRows';
import type { EdpbContext } from '../../../domain/authority/filingContext';
import { edpbFiling, firstHours, wholeRecord } from '../../fakes/breachRecord';

function rowsOf(record: BreachRecord, filing: Partial<EdpbContext> = {}): EdpbRow[] {
  const form = edpbFormOf(record, { ...edpbFiling, ...filing });
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return edpbRows(form.value);
}

const places = (rows: readonly EdpbRow[]) => rows.map(({ section, field }) => `${section}.${field}`);
const reading = (rows: readonly EdpbRow[], place: string) => rows[places(rows).indexOf(place)]?.reading;

const persons = { amount: 'exact', count: 3 } as const;

/** Says everything that the template can be told, withdrawal aside. */
const everything: BreachRecord = {
  ...wholeRecord,
  natures: ['confidentiality', 'integrity', 'availability'],
  alteration: 'recoverable',
  afterIntegrity: ['usedThoughInvalid'],
  delayReasons: ['complexScope'],
  delayText: 'Trois sites.',
  consequencesText: 'Voisins prévenus.',
  otherData: 'Dessins.',
  otherPersons: 'Riverains.',
  harmsText: 'Inquiétude.',
  personsInformed: 'informed',
  informedCount: persons,
  informedContent: 'Lettre.',
  countries: [
    { country: 'BE', persons },
    { country: 'CH', persons },
  ],
  country: 'US',
  attachments: ['rapport.pdf'],
};
const told: Partial<EdpbContext> = {
  type: 'complementary',
  initialNumber: 'V-1',
  reasonsNeeded: true,
  leadAuthority: 'CNIL',
  eeaRepresentative: 'Agence X',
};

/** Said only of a withdrawal, and of persons who are not told. */
const ELSEWHERE = ['notification.withdrawalReason', 'communication.ground'];

describe('the rows of the EDPB template', () => {
  it('are every field of every section, in the template’s order', () => {
    const all = Object.entries(EDPB_FIELDS).flatMap(([section, fields]) =>
      fields.map((field) => `${section}.${field}`),
    );
    expect(places(rowsOf(everything, told))).toEqual(all.filter((place) => !ELSEWHERE.includes(place)));
  });

  it('of a withdrawal are what it takes back and why', () => {
    const withdrawn = { type: 'withdrawal', initialNumber: 'V-1', withdrawalReason: 'Fausse alerte.' } as const;
    expect(places(rowsOf(firstHours, withdrawn))).toEqual([
      'notification.kind',
      'notification.status',
      'notification.priorId',
      'notification.internalReference',
      'notification.withdrawalReason',
      'controller.name',
      'controller.identifier',
      'contacts.reportingPerson',
      'contacts.dpo',
    ]);
  });

  it('say the ground for which persons are not told', () => {
    const record: BreachRecord = { ...wholeRecord, personsInformed: 'willNotBe', notInformedGround: 'laterMeasures' };
    expect(reading(rowsOf(record), 'communication.ground')?.values).toEqual([
      { as: 'terms', vocabulary: 'notInformed', terms: ['laterMeasures'] },
    ]);
  });

  it('say what is to be determined', () => {
    expect(reading(rowsOf(firstHours), 'affected.persons')).toEqual({
      state: 'pending',
      values: [{ as: 'terms', vocabulary: 'said', terms: ['toBeDetermined'] }],
    });
  });

  it.each([
    [{ period: 'day', on: '2026-03-25', estimated: false }, [{ as: 'day', on: '2026-03-25' }]],
    [{ period: 'ongoing', from: null, estimated: false }, []],
    [{ period: 'unknown' }, []],
    [
      { period: 'range', from: '2026-03-25T02:00:00.000Z', to: '2026-03-27T06:30:00.000Z', estimated: true },
      [
        { as: 'instant', at: '2026-03-25T02:00:00.000Z' },
        { as: 'instant', at: '2026-03-27T06:30:00.000Z' },
        { as: 'terms', vocabulary: 'said', terms: ['estimated'] },
      ],
    ],
  ] as const)('a period %j has its limits', (period, limits) => {
    expect(reading(rowsOf({ ...wholeRecord, period }), 'timeline.period')?.values).toEqual([
      { as: 'row', values: [{ as: 'terms', vocabulary: 'period', terms: [period.period] }, ...limits] },
    ]);
  });
});
