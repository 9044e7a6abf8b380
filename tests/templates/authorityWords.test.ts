import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { BreachRecord } from '../../domain/authority/breachRecord';
import { edpbFormOf } from '../../domain/authority/edpbForm';
import { EDPB_FIELDS, edpbRows } from '../../domain/authority/edpbRows';
import { EdpbKind, EdpbOutcome, EdpbStatus, PersonsTold } from '../../domain/authority/edpbSchema';
import { EdpbSeverity, Gravity } from '../../domain/risk/scales';
import { FORM, sheetOf } from '../../domain/authority/form';
import { SECTIONS, type Value } from '../../domain/authority/formField';
import * as authority from '../../domain/authority/vocabulary';
import { Nature } from '../../domain/deadline/breachClock';
import * as incident from '../../domain/incident/vocabulary';
import { copyValues, saWord, writeValues } from '../../templates/authorityValue';
import { wordsOf } from '../../templates/words/words';
import { edpbFiling, filing, firstHours, wholeRecord } from '../fakes/breachRecord';

/** Every closed vocabulary of a notification, by the prefix of its labels. */
const vocabularies: Record<string, z.ZodEnum> = {
  filing: authority.FilingType,
  needs: authority.FilingType,
  whole: authority.FilingType,
  yesNo: authority.YesNo,
  civility: authority.Civility,
  bodyRole: authority.BodyRole,
  certainty: authority.Certainty,
  foundBy: authority.FoundBy,
  delay: authority.DelayReason,
  nature: Nature,
  cause: incident.BreachCause,
  origin: incident.BreachOrigin,
  exfiltration: authority.Exfiltration,
  unintelligible: authority.Unintelligible,
  alteration: authority.Alteration,
  unavailability: authority.Unavailability,
  data: incident.DataCategory,
  sensitive: incident.SensitiveCategory,
  person: incident.PersonCategory,
  band: authority.PersonsBand,
  afterConfidentiality: authority.AfterConfidentiality,
  afterIntegrity: authority.AfterIntegrity,
  afterAvailability: authority.AfterAvailability,
  harm: incident.PossibleHarm,
  gravity: Gravity,
  measureState: authority.MeasureState,
  informed: authority.PersonsInformed,
  informedBy: authority.InformedBy,
  notInformed: authority.NotInformedGround,
  sector: authority.Sector,
  severity: EdpbSeverity,
  outcome: EdpbOutcome,
  told: PersonsTold,
  edpbKind: EdpbKind,
  edpbStatus: EdpbStatus,
};

const others: Record<string, readonly string[]> = {
  section: SECTIONS,
  field: FORM.map(({ key }) => key),
  said: ['none', 'noSiren', 'dpo', 'alerted', 'estimated', 'notKnownYet', 'toBeDetermined'],
  count: ['approx', 'unknown', 'undeterminable'],
  period: ['day', 'range', 'ongoing', 'unknown'],
  edpbSection: Object.keys(EDPB_FIELDS),
  edpb: Object.entries(EDPB_FIELDS).flatMap(([section, fields]) => fields.map((field) => `${section}.${field}`)),
  rule: ['publicBody', 'territory', 'lead', 'noLead', 'noEstablishment'],
};

const wanted = [
  ...Object.entries(vocabularies).flatMap(([name, { options }]) => options.map((term) => `sa.${name}.${term}`)),
  ...Object.entries(others).flatMap(([name, terms]) => terms.map((term) => `sa.${name}.${term}`)),
].toSorted();

describe.each(['fr', 'en'] as const)('labels of a notification (%s)', (language) => {
  it('are there for every term, section and field, and for nothing else', () => {
    const there = Object.keys(wordsOf(language)).filter((key) => key.startsWith('sa.'));
    expect(there.toSorted()).toEqual(wanted);
  });

  it.each(Object.entries(vocabularies))('tell the terms of %s apart', (name, { options }) => {
    const labels = options.map((term) => saWord(language, name, String(term)));
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('a term without a label fails instead of leaving a hole', () => {
    expect(() => saWord(language, 'sector', 'Z')).toThrow('sa.sector.Z');
  });

  it('every value of the whole sheet can be written', () => {
    for (const { fields } of sheetOf(BreachRecord.parse(wholeRecord), filing).sections) {
      for (const { key, state, values } of fields) {
        expect([key, writeValues(language, 'Europe/Paris', values) === '']).toEqual([key, state === 'blank']);
      }
    }
  });

  it('every row of the EDPB template can be written', () => {
    for (const record of [wholeRecord, firstHours, {}]) {
      const form = edpbFormOf(BreachRecord.parse(record), edpbFiling);
      if (!form.ok) throw new Error(JSON.stringify(form.error));
      for (const { reading } of edpbRows(form.value)) {
        expect(writeValues(language, 'Europe/Paris', reading.values)).not.toBe('');
      }
    }
  });
});

describe('a value', () => {
  const zone = 'Europe/Paris';
  const at = '2026-03-31T22:30:00.000Z';
  const rows: [Value[], french: string, english: string][] = [
    [
      [{ as: 'terms', vocabulary: 'nature', terms: ['integrity', 'availability'] }],
      'Perte de l’intégrité\nPerte de la disponibilité',
      'Loss of integrity\nLoss of availability',
    ],
    [[{ as: 'instant', at }], '1er avril 2026 à 00:30 (UTC+2)', '1 April 2026 at 00:30 (UTC+2)'],
    [
      [
        { as: 'day', on: '2026-04-01' },
        { as: 'terms', vocabulary: 'said', terms: ['estimated'] },
      ],
      '1er avril 2026, estimation',
      '1 April 2026, estimate',
    ],
    [[{ as: 'country', country: 'BE' }], 'Belgique', 'Belgium'],
    [[{ as: 'country', country: 'Utopia' }], 'Utopia', 'Utopia'],
    [[{ as: 'count', count: { amount: 'approx', count: 4000 } }], 'environ 4000', 'about 4000'],
    [[{ as: 'count', count: { amount: 'unknown' } }], 'Pas connu pour le moment', 'Not known at this stage'],
    [[{ as: 'number', number: 1412 }], '1412', '1412'],
    [
      [
        {
          as: 'row',
          values: [
            { as: 'text', text: 'Slime SAS' },
            { as: 'instant', at, of: 'alerted' },
          ],
        },
        { as: 'row', values: [{ as: 'text', text: 'Autre' }] },
      ],
      'Slime SAS · a alerté le 1er avril 2026 à 00:30 (UTC+2)\nAutre',
      'Slime SAS · alerted on 1 April 2026 at 00:30 (UTC+2)\nAutre',
    ],
  ];

  it.each(rows)('%j is written in both languages', (values, french, english) => {
    expect([writeValues('fr', zone, values), writeValues('en', zone, values)]).toEqual([french, english]);
  });

  it('that is a number is copied as digits alone', () => {
    expect(copyValues('fr', zone, [{ as: 'count', count: { amount: 'approx', count: 4000 } }])).toBe('4000');
    expect(copyValues('fr', zone, [{ as: 'count', count: { amount: 'undeterminable' } }])).toBe(
      'Ne pourra pas être déterminé',
    );
    expect(copyValues('fr', zone, [{ as: 'text', text: 'x' }])).toBe('x');
  });
});
