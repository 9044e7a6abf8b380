import { describe, expect, it } from '@jest/globals';
import type { BreachRecord } from '../../../domain/authority/breachRecord';
import { edpbFormOf } from '../../../domain/authority/edpbForm';
import { EdpbForm } from '../../../domain/authority/edpbSchema';
import type { EdpbContext } from '../../../domain/authority/filingContext';
import { edpbFiling, firstHours, wholeRecord } from '../../fakes/breachRecord';

function formOf(record: BreachRecord, filing: Partial<EdpbContext> = {}): EdpbForm {
  const built = edpbFormOf(record, { ...edpbFiling, ...filing });
  if (!built.ok) throw new Error(JSON.stringify(built.error));
  return built.value;
}

function pointers(record: BreachRecord, filing: Partial<EdpbContext>): string[] {
  const built = edpbFormOf(record, { ...edpbFiling, ...filing });
  return !built.ok && built.error.code === 'input.invalid' ? built.error.issues.map(({ pointer }) => pointer) : [];
}

const tbd = { tbd: true };

describe('the EDPB template', () => {
  it('of a whole record is complete, and is what its schema says', () => {
    const form = formOf(wholeRecord, { type: 'complete' });
    expect(form.notification).toEqual({
      kind: 'new',
      status: 'complete',
      priorId: null,
      internalReference: 'CAS-2026-12',
      withdrawalReason: null,
    });
    expect(EdpbForm.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });

  it('carries the facts', () => {
    const { controller, reportingPerson, dpo, facts } = formOf(wholeRecord, { type: 'complete' });
    expect(controller).toMatchObject({
      name: { value: 'Ville de Brumeval' },
      identifier: { value: { siren: '200000008' } },
      address: { value: '1 place de l’Hôtel-de-Ville, 63999 Brumeval' },
      eeaRepresentative: null,
    });
    expect(reportingPerson).toEqual({
      value: { name: 'Claire Aubry', function: null, email: 'dpo@brumeval.example', phone: '+33 1 99 00 00 31' },
    });
    expect(dpo?.name).toBe('Claire Aubry');
    expect(facts?.assessment).toMatchObject({ severity: { value: 'moderate' }, outcome: { value: 'notHigh' } });
    expect(facts?.breach).toMatchObject({ integrity: null, availability: { unavailability: { value: 'temporary' } } });
    expect(facts?.elsewhere.otherAuthorities).toEqual({ value: [{ name: 'ANSSI', reference: 'C-2026-77' }] });
    expect(facts?.timeline.late).toBeNull();
  });

  it.each([
    ['consequencesText', (facts: EdpbForm['facts']) => facts?.breach.otherConsequences],
    ['otherData', (facts: EdpbForm['facts']) => facts?.affected.otherData],
    ['otherPersons', (facts: EdpbForm['facts']) => facts?.affected.otherPersons],
    ['harmsText', (facts: EdpbForm['facts']) => facts?.assessment.harmsText],
  ] as const)('carries what was written of %s, whether or not "other" was ticked', (field, said) => {
    expect(said(formOf({ ...wholeRecord, [field]: 'en clair' }, { type: 'complete' }).facts)).toBe('en clair');
    expect(said(formOf({ ...wholeRecord, [field]: null }, { type: 'complete' }).facts)).toBeNull();
  });

  it('that is incomplete may leave things to be determined', () => {
    const { notification, facts } = formOf(firstHours, { type: 'initial', risk: null });
    expect(notification).toMatchObject({ kind: 'new', status: 'incomplete' });
    expect(facts?.affected).toMatchObject({
      data: tbd,
      sensitive: tbd,
      records: tbd,
      personCategories: tbd,
      persons: tbd,
    });
    expect(facts?.assessment.outcome).toEqual(tbd);
  });

  it.each([
    ['the number of persons', { persons: { amount: 'unknown' } }, {}, '/facts/affected/persons'],
    ['the data', { data: ['contact-details', 'not-known'] }, {}, '/facts/affected/data'],
    ['the persons', { personCategories: ['not-determined'] }, {}, '/facts/affected/personCategories'],
    ['the sector', { sector: null }, {}, '/controller/sector'],
    ['whether data left', { exfiltration: null }, {}, '/facts/breach/confidentiality/exfiltration'],
    ['the risk', {}, { risk: null }, '/facts/assessment/outcome'],
    ['whether persons elsewhere are touched', { crossBorder: 'unknown' }, {}, '/facts/elsewhere/crossBorder'],
    ['which authority was told', { otherAuthorities: [] }, {}, '/facts/elsewhere/otherAuthorities'],
    ['why persons are not told', { personsInformed: 'willNotBe' }, {}, '/facts/communication/told'],
    ['why it is late', {}, { reasonsNeeded: true }, '/facts/timeline/late'],
    ['awareness', {}, { awareAt: null }, '/facts/timeline/awareAt'],
    ['who reports', { contactPerson: null }, {}, '/reportingPerson'],
  ] as [string, BreachRecord, Partial<EdpbContext>, string][])(
    'is not complete while %s is to be determined',
    (_what, change, filing, pointer) => {
      expect(pointers({ ...wholeRecord, ...change }, { type: 'complete', ...filing })).toEqual([pointer]);
      expect(formOf({ ...wholeRecord, ...change }, filing).notification.status).toBe('incomplete');
    },
  );

  it('takes "undeterminable" for an answer', () => {
    const record: BreachRecord = { ...wholeRecord, persons: { amount: 'undeterminable' } };
    expect(formOf(record, { type: 'complete' }).facts?.affected.persons).toEqual({
      value: { amount: 'undeterminable' },
    });
  });

  it('names every open place at once', () => {
    expect(pointers({}, { type: 'complete', awareAt: null, risk: null }).length).toBeGreaterThan(20);
  });

  it.each([
    ['informed', undefined, 'yes', null],
    ['willBe', undefined, 'willBe', null],
    ['notDetermined', undefined, 'noInvestigating', null],
    ['willNotBe', 'noHighRisk', 'noNotHigh', null],
    ['willNotBe', 'unintelligibleData', 'noException34', 'unintelligibleData'],
  ] as const)('persons %s %s: %s', (personsInformed, notInformedGround, told, ground) => {
    const { facts } = formOf({ ...wholeRecord, personsInformed, notInformedGround });
    expect(facts?.communication).toMatchObject({ told: { value: told }, ground });
  });

  it('leaves out what was said of telling before it was decided otherwise', () => {
    const persons = { amount: 'exact', count: 3 } as const;
    const before: BreachRecord = {
      ...wholeRecord,
      informedCount: persons,
      informedContent: 'Lettre.',
      notInformedGround: 'laterMeasures',
    };
    const communication = (personsInformed: BreachRecord['personsInformed']) =>
      formOf({ ...before, personsInformed }).facts?.communication;
    expect(communication('willNotBe')).toMatchObject({ on: null, persons: null, means: [], content: null });
    expect(communication('willBe')).toMatchObject({ ground: null, on: '2026-04-02', persons: null, content: null });
    expect(communication('informed')).toMatchObject({ ground: null, on: '2026-04-02', persons, content: 'Lettre.' });
  });

  it.each([
    ['negligible', 'minor'],
    ['limited', 'moderate'],
    ['important', 'severe'],
    ['maximal', 'severe'],
  ] as const)('gravity %s is severity %s (domain rules 4.2)', (gravity, severity) => {
    expect(formOf({ ...wholeRecord, gravity }).facts?.assessment.severity).toEqual({ value: severity });
  });

  it('counts persons outside the EEA apart', () => {
    const persons = { amount: 'approx', count: 3 } as const;
    const countries = [
      { country: 'BE', persons },
      { country: 'CH', persons },
    ];
    expect(formOf({ ...wholeRecord, countries }).facts?.elsewhere).toMatchObject({
      countries: [{ country: 'BE' }],
      outsideEea: [{ country: 'CH' }],
    });
  });

  it('names a representative only for a controller outside the EEA', () => {
    const eeaRepresentative = 'Agence X, Lyon';
    expect(formOf(wholeRecord, { eeaRepresentative }).controller.eeaRepresentative).toBeNull();
    expect(formOf({ ...wholeRecord, country: 'US' }, { eeaRepresentative }).controller.eeaRepresentative).toBe(
      eeaRepresentative,
    );
  });
});

describe('a follow-up', () => {
  const followUp = { type: 'complementary', initialNumber: 'V-1' } as const;

  it('is complete as soon as nothing is left to be determined', () => {
    expect(formOf(wholeRecord, followUp).notification).toMatchObject({ kind: 'followUp', status: 'complete' });
    expect(formOf(firstHours, followUp).notification).toMatchObject({ kind: 'followUp', status: 'incomplete' });
  });

  it('names the notification that it follows', () => {
    expect(pointers(wholeRecord, { type: 'complementary' })).toEqual(['/notification/priorId']);
  });

  it('that withdraws says why, and repeats no facts', () => {
    const withdrawn = formOf(firstHours, { ...followUp, type: 'withdrawal', withdrawalReason: 'Fausse alerte.' });
    expect(withdrawn).toMatchObject({
      notification: { kind: 'followUp', status: 'withdraw', withdrawalReason: 'Fausse alerte.' },
      controller: { sector: null, staff: null },
      facts: null,
    });
    expect(pointers(firstHours, { type: 'withdrawal' })).toEqual([
      '/notification/priorId',
      '/notification/withdrawalReason',
    ]);
    expect(pointers({}, { ...followUp, type: 'withdrawal', withdrawalReason: 'x' })).toEqual([
      '/controller/name',
      '/controller/identifier',
      '/reportingPerson',
    ]);
  });
});

describe('the schema of the document', () => {
  const whole = () => structuredClone(formOf(wholeRecord, { type: 'complete' }));
  const faults = (value: unknown) => EdpbForm.safeParse(value).error?.issues.map(({ path }) => path.join('/'));

  it.each([
    [
      'a complete one with something to be determined',
      () => ({ ...whole(), reportingPerson: tbd }),
      ['reportingPerson'],
    ],
    [
      'a withdrawal that is new',
      () => {
        const form = whole();
        return {
          ...form,
          facts: null,
          notification: { ...form.notification, status: 'withdraw', withdrawalReason: 'x' },
        };
      },
      ['notification/kind'],
    ],
    [
      'facts in a withdrawal',
      () => {
        const form = whole();
        const notification = {
          ...form.notification,
          kind: 'followUp',
          priorId: 'V-1',
          status: 'withdraw',
          withdrawalReason: 'x',
        };
        return { ...form, notification };
      },
      ['facts'],
    ],
    ['a field that it does not know', () => ({ ...whole(), colour: 'red' }), ['']],
  ])('refuses %s', (_what, value, expected) => {
    expect(faults(value())).toEqual(expected);
  });
});
