import { describe, expect, it } from '@jest/globals';
import { type Assessment, assessmentIssues } from '../../../domain/risk/assessment';
import { Circumstances, type EnisaInput } from '../../../domain/risk/enisa';
import { Outage, Outflow, Recipients, type RiskFindings, YesNoUnknown } from '../../../domain/risk/findings';
import { proposeRisk } from '../../../domain/risk/proposeRisk';
import { aggravations, type RiskReason, safeguards } from '../../../domain/risk/riskRules';
import type { Risk } from '../../../domain/risk/scales';
import { data, found, scored } from '../../fakes/edpbCases';

const simple = { data: [data('simple')] };
const health = { data: [data('sensitive', 0, 'health')] };
const nothingLeft = { outflow: 'excluded', recipients: 'none' } as const;

/** A letter to one known person: touched, open, low, and nothing that aggravates. */
const letter: Assessment = {
  score: scored({ ...simple, confidentiality: 'knownRecipients' }),
  findings: found(),
};

type Row = [RiskReason, EnisaInput, Partial<RiskFindings>, Risk];

/** Each reason of the tables, with the risk that it leads to and the same without it. */
const protects: Row[] = [
  ['noOutflow', scored({ ...health, malicious: 'intentional' }), nothingLeft, 'unlikely'],
  ['unintelligible', scored({ ...health, confidentiality: 'exposed', unintelligible: true }), {}, 'unlikely'],
  [
    'trustedRecipients',
    scored({ ...health, confidentiality: 'knownRecipients' }),
    { recipients: 'boundAndReturned' },
    'unlikely',
  ],
  ['originalKept', scored({ ...health, integrity: 'noWrongUse' }), nothingLeft, 'unlikely'],
  [
    'restoredInHours',
    scored({ ...health, availability: 'easilyRecovered' }),
    { ...nothingLeft, outage: 'hoursWithoutConsequence' },
    'unlikely',
  ],
];

const aggravates: Row[] = [
  ['outflowNotExcluded', scored({ ...simple, confidentiality: 'exposed' }), { outflow: 'notExcluded' }, 'risk'],
  ['takenOnPurpose', scored({ ...simple, confidentiality: 'knownRecipients', malicious: 'intentional' }), {}, 'risk'],
  ['unknownHands', scored({ ...simple, confidentiality: 'exposed' }), {}, 'risk'],
  ['alteredAndMisused', scored({ ...simple, integrity: 'recoverable' }), nothingLeft, 'risk'],
  ['outageFelt', scored({ ...simple, availability: 'withEffort' }), { ...nothingLeft, outage: 'felt' }, 'risk'],
  ['lostForGood', scored({ ...simple, availability: 'lost' }), { ...nothingLeft, outage: 'felt' }, 'risk'],
  [
    'essentialService',
    scored({ ...simple, availability: 'withEffort' }),
    { ...nothingLeft, outage: 'essentialService' },
    'high',
  ],
  ['identityTheft', scored({ ...simple, confidentiality: 'exposed' }), { identityTheft: 'yes' }, 'high'],
  ['specialPersons', scored({ ...simple, confidentiality: 'exposed' }), { specialPersons: 'yes' }, 'high'],
];

describe('what protects the persons', () => {
  it.each(protects)('%s', (code, score, findings, risk) => {
    const proposal = proposeRisk({ score, findings: found(findings) });
    expect(proposal).toMatchObject({ risk, doubt: false });
    expect(proposal.reasons).toEqual(expect.arrayContaining([code, 'everyWayClosed']));
  });

  it.each([
    ['data that can be read', { score: { unintelligible: false }, findings: {} }],
    ['an intruder of whom nobody knows what left', { score: {}, findings: { outflow: 'notExcluded' } }],
  ] as const)('encryption does not, of %s', (_name, { score, findings }) => {
    const stolen = scored({ ...simple, confidentiality: 'exposed', malicious: 'intentional', unintelligible: true });
    const { risk, reasons } = proposeRisk({ score: { ...stolen, ...score }, findings: found(findings) });
    expect(risk).toBe('risk');
    expect(reasons).not.toContain('unintelligible');
  });

  it('a lost medium that nobody can read is closed, whoever has it', () => {
    const lost = scored({ ...health, confidentiality: 'exposed', unintelligible: true });
    expect(proposeRisk({ score: lost, findings: found({ outflow: 'notExcluded' }) }).risk).toBe('unlikely');
  });

  it('who took on purpose is no trusted recipient', () => {
    const taken = scored({ ...simple, confidentiality: 'knownRecipients', malicious: 'intentional' });
    const { risk, reasons } = proposeRisk({ score: taken, findings: found({ recipients: 'boundAndReturned' }) });
    expect(risk).toBe('risk');
    expect(reasons).not.toContain('trustedRecipients');
  });

  it('what is restored in hours but lost for good in part is not closed', () => {
    const score = scored({ ...simple, availability: 'lost' });
    const { risk } = proposeRisk({ score, findings: found({ ...nothingLeft, outage: 'hoursWithoutConsequence' }) });
    expect(risk).toBe('risk');
  });

  it('one way open is enough for the score to count', () => {
    const score = scored({ ...health, availability: 'withEffort', unintelligible: true, confidentiality: 'exposed' });
    const { risk, reasons } = proposeRisk({ score, findings: found({ outage: 'felt' }) });
    expect(risk).toBe('high');
    expect(reasons).toEqual(['scoreVeryHigh', 'unintelligible', 'outageFelt']);
  });
});

describe('what aggravates', () => {
  it('nothing: a letter to one known person is unlikely to be a risk', () => {
    expect(proposeRisk(letter)).toEqual({ risk: 'unlikely', doubt: false, reasons: ['scoreLow'] });
  });

  it.each(aggravates)('%s', (code, score, findings, risk) => {
    const proposal = proposeRisk({ score, findings: found(findings) });
    expect(proposal).toMatchObject({ risk, doubt: false });
    expect(proposal.reasons).toContain(code);
  });

  it('identity theft is not feared of a few known persons who mean no harm', () => {
    expect(proposeRisk({ ...letter, findings: found({ identityTheft: 'yes' }) }).risk).toBe('unlikely');
  });

  it('special persons make a risk high, and none of what is unlikely', () => {
    expect(proposeRisk({ ...letter, findings: found({ specialPersons: 'yes' }) }).risk).toBe('unlikely');
  });
});

describe('what is not known', () => {
  it.each([
    ['outageUnknown', scored({ ...simple, availability: 'withEffort' }), { ...nothingLeft, outage: 'unknown' }],
    ['identityTheftUnknown', scored({ ...simple, confidentiality: 'exposed' }), { identityTheft: 'unknown' }],
    ['specialPersonsUnknown', scored({ ...simple, confidentiality: 'exposed' }), { specialPersons: 'unknown' }],
  ] as const)('%s is a doubt where the answer could raise the risk', (code, score, findings) => {
    const proposal = proposeRisk({ score, findings: found(findings) });
    expect(proposal.doubt).toBe(true);
    expect(proposal.reasons).toContain(code);
  });

  it('and none where it could not', () => {
    const unknown = { identityTheft: 'unknown', specialPersons: 'unknown' } as const;
    expect(proposeRisk({ ...letter, findings: found(unknown) })).toMatchObject({ risk: 'unlikely', doubt: false });
    const grave = scored({ ...health, confidentiality: 'unknownRecipients' });
    expect(proposeRisk({ score: grave, findings: found(unknown) })).toMatchObject({ risk: 'high', doubt: false });
  });
});

describe('the tables of rules', () => {
  const rules = [...safeguards, ...aggravations];

  it('each rule names its source, has its code and is tested above', () => {
    expect(rules.filter(({ source }) => !/GDPR|EDPB|ENISA/.test(source))).toEqual([]);
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    const tested = [...protects, ...aggravates].map(([code]) => code);
    expect(tested.toSorted()).toEqual(rules.map(({ code }) => code).toSorted());
  });

  it('whatever is answered: with every way closed nothing aggravates, and the worse answer never lowers the risk', () => {
    const order: Record<Risk, number> = { unlikely: 0, risk: 1, high: 2 };
    for (const assessment of everyAssessment()) {
      const { risk, reasons } = proposeRisk(assessment);
      if (reasons.includes('everyWayClosed')) {
        expect(aggravations.filter((rule) => rule.where === 'always' && rule.holds(assessment))).toEqual([]);
      }
      for (const worse of [
        { identityTheft: 'yes' },
        { specialPersons: 'yes' },
        { outage: 'essentialService' },
      ] as const) {
        const { score, findings } = assessment;
        const worseRisk = proposeRisk({ score, findings: { ...findings, ...worse } }).risk;
        if (order[worseRisk] < order[risk]) throw new Error(JSON.stringify({ assessment, worse }));
      }
    }
  });
});

function* everyAssessment(): Generator<Assessment> {
  const { confidentiality, integrity, availability, malicious } = Circumstances.shape;
  const lines = confidentiality.options.flatMap((c) =>
    integrity.options.flatMap((i) =>
      availability.options.flatMap((a) =>
        malicious.options.map((m) => ({ confidentiality: c, integrity: i, availability: a, malicious: m })),
      ),
    ),
  );
  for (const line of lines) {
    for (const outflow of Outflow.options) {
      for (const recipients of Recipients.options) {
        for (const outage of Outage.options) {
          for (const identityTheft of YesNoUnknown.options) {
            for (const unintelligible of [true, false]) {
              const findings = { outflow, recipients, outage, identityTheft, specialPersons: 'no' } as const;
              yield { score: scored({ ...simple, ...line, unintelligible }), findings };
            }
          }
        }
      }
    }
  }
}

describe('answers that belie each other', () => {
  const known = { confidentiality: 'knownRecipients' } as const;
  it.each([
    ['nothing left, to known recipients', known, nothingLeft, ['/findings/outflow']],
    [
      'nothing left, to others',
      { confidentiality: 'exposed' },
      { outflow: 'excluded', recipients: 'other' },
      ['/findings/recipients'],
    ],
    ['data left, to nobody', known, { recipients: 'none' }, ['/findings/recipients']],
    [
      'trusted recipients that nobody knows',
      { confidentiality: 'unknownRecipients' },
      { recipients: 'boundAndReturned' },
      ['/findings/recipients'],
    ],
    [
      'data left, confidentiality untouched',
      { confidentiality: 'untouched' },
      {},
      ['/score/circumstances/confidentiality'],
    ],
    ['data lost, nothing to feel', { ...known, availability: 'lost' }, {}, ['/findings/outage']],
    ['felt, availability untouched', known, { outage: 'felt' }, ['/score/circumstances/availability']],
    ['health as simple data', { ...known, data: [data('simple', 0, 'health')] }, {}, ['/score/data/0/class']],
    ['two at once', { availability: 'withEffort' }, {}, ['/score/circumstances/confidentiality', '/findings/outage']],
  ] as const)('%s', (_name, score, findings, pointers) => {
    const assessment = {
      score: scored({ ...simple, ...score } as Parameters<typeof scored>[0]),
      findings: found(findings),
    };
    expect(assessmentIssues(assessment).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('none, where nothing is belied', () => {
    expect(assessmentIssues(letter)).toEqual([]);
  });
});
