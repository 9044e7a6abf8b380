import { describe, expect, it } from '@jest/globals';
import { type BreachFacts, dutiesOf, Effect, Exemption34, qualify } from '../../../domain/risk/qualify';
import { Risk } from '../../../domain/risk/scales';

const whole: BreachFacts = { personalData: 'yes', securityFailure: 'yes', effects: ['disclosure'] };

describe('whether it is a personal data breach (GDPR Art. 4(12); domain rules G1, G2)', () => {
  it.each([
    ['no personal data', { personalData: 'no' }, ['noPersonalData']],
    ['no failure of security', { securityFailure: 'no' }, ['noSecurityFailure']],
    ['nothing happened to the data', { effects: [] }, ['noEffect']],
    [
      'none of the three',
      { personalData: 'no', securityFailure: 'no', effects: [] },
      ['noPersonalData', 'noSecurityFailure', 'noEffect'],
    ],
    [
      'no personal data, the rest unknown',
      { personalData: 'no', securityFailure: 'unknown', effects: null },
      ['noPersonalData'],
    ],
  ] as const)('is not: %s', (_name, facts, reasons) => {
    expect(qualify({ ...whole, ...facts } as BreachFacts)).toEqual({ outcome: 'notABreach', reasons });
  });

  it.each([
    ['destruction', 'availability'],
    ['loss', 'availability'],
    ['temporaryLoss', 'availability'],
    ['alteration', 'integrity'],
    ['disclosure', 'confidentiality'],
    ['access', 'confidentiality'],
  ] as const)('is one: %s is a loss of %s', (effect, nature) => {
    expect(qualify({ ...whole, effects: [effect] })).toEqual({ outcome: 'breach', doubt: false, nature: [nature] });
  });

  it('several natures at once, each once', () => {
    expect(qualify({ ...whole, effects: [...Effect.options] })).toMatchObject({
      nature: ['confidentiality', 'integrity', 'availability'],
    });
  });

  it.each([{ personalData: 'unknown' }, { securityFailure: 'unknown' }, { effects: null }] as const)(
    'in doubt it is one: %j',
    (facts) => {
      expect(qualify({ ...whole, ...facts })).toMatchObject({ outcome: 'breach', doubt: true });
    },
  );
});

describe('what a decided risk obliges to (domain rules 1.3)', () => {
  it.each([
    ['unlikely', null, false, false, false],
    ['unlikely', null, true, true, false],
    ['risk', null, false, true, false],
    ['risk', null, true, true, false],
    ['high', null, false, true, true],
    ['high', null, true, true, true],
    ['high', 'a', false, true, false],
    ['high', 'b', false, true, false],
    ['high', 'c', false, true, false],
  ] as const)(
    '%s, exemption %s, doubt %p: authority %p, persons %p',
    (risk, exemption34, doubt, authority, persons) => {
      expect(dutiesOf({ risk, exemption34, doubt })).toMatchObject({ record: true, authority, persons });
    },
  );

  it('a public notice is due where telling each would be out of proportion, and only of a high risk', () => {
    const due = Risk.options.flatMap((risk) =>
      [null, ...Exemption34.options]
        .filter((exemption34) => dutiesOf({ risk, exemption34, doubt: false }).publicNotice)
        .map((exemption34) => [risk, exemption34]),
    );
    expect(due).toEqual([['high', 'c']]);
  });
});
