import { describe, expect, it } from '@jest/globals';
import { cells, Circumstances, DataClass, Ease, scoreOf } from '../../../domain/risk/enisa';
import { Outage, Outflow, Recipients, RiskFindings } from '../../../domain/risk/findings';
import { Conclusion33, Conclusion34 } from '../../../domain/risk/legalBridge';
import { Effect, Exemption34, type NotABreach } from '../../../domain/risk/qualify';
import { RiskReason } from '../../../domain/risk/riskRules';
import { EdpbSeverity, Gravity, Likelihood, Risk, SeverityLevel } from '../../../domain/risk/scales';
import { risk as riskEn } from '../../../templates/pages/words/risk.en';
import { risk as riskFr } from '../../../templates/pages/words/risk.fr';
import { riskScore as scoreEn } from '../../../templates/pages/words/riskScore.en';
import { riskScore as scoreFr } from '../../../templates/pages/words/riskScore.fr';
import { data, scored } from '../../fakes/edpbCases';

const missing: Record<NotABreach, true> = { noPersonalData: true, noSecurityFailure: true, noEffect: true };
const { confidentiality, integrity, availability, malicious } = Circumstances.shape;

/** Every answer and outcome of the domain, by the family under which its words stand. */
const families: Record<string, readonly string[]> = {
  riskClass: DataClass.options,
  riskCell: DataClass.options.flatMap((dataClass) => cells[dataClass].map((cell) => `${dataClass}.${cell}`)),
  riskEase: Ease.options,
  riskLine: Object.keys(Circumstances.shape),
  riskConfidentiality: confidentiality.options,
  riskIntegrity: integrity.options,
  riskAvailability: availability.options,
  riskMalicious: malicious.options,
  riskLevel: SeverityLevel.options,
  riskFlag: Object.keys(scoreOf(scored({ data: [data('simple')] })).flags),
  riskGravity: Gravity.options,
  riskSeverity: EdpbSeverity.options,
  riskLikelihood: Likelihood.options,
  risk: Risk.options,
  riskAsk: Object.keys(RiskFindings.shape),
  riskOutflow: Outflow.options,
  riskRecipients: Recipients.options,
  riskOutage: Outage.options,
  riskReason: RiskReason.options,
  riskEffect: Effect.options,
  riskNotABreach: Object.keys(missing),
  riskConclusion33: Conclusion33.options,
  riskConclusion34: Conclusion34.options,
  riskExemption: Exemption34.options,
};

describe.each([
  ['fr', { ...scoreFr, ...riskFr }],
  ['en', { ...scoreEn, ...riskEn }],
])('the words of risk, %s', (_language, words: Record<string, string>) => {
  it.each(Object.entries(families))('%s: each has its label and says what it means', (family, names) => {
    const keys = names.flatMap((name) => [`${family}.${name}`, `${family}Is.${name}`]);
    expect(keys.filter((key) => words[key] === undefined)).toEqual([]);
    const labels = names.map((name) => words[`${family}.${name}`]);
    // Classes share no label; the cells of different classes may.
    if (family !== 'riskCell') expect(new Set(labels).size).toBe(labels.length);
  });

  it('has no word for what the domain does not know', () => {
    const known = Object.entries(families).flatMap(([family, names]) =>
      names.flatMap((name) => [`${family}.${name}`, `${family}Is.${name}`]),
    );
    expect(Object.keys(words).toSorted()).toEqual(known.toSorted());
  });
});
