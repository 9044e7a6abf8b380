import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { currentAdvice, currentScore, decisionOf } from '../../../domain/controllerCase/case';
import { asksAnew, ToldAnew } from '../../../domain/controllerCase/toldAnew';
import { stageAllows } from '../../../domain/controllerCase/transitions';
import { conclusionsOf } from '../../../domain/risk/legalBridge';
import { Exemption34 } from '../../../domain/risk/qualify';
import { Likelihood, Risk } from '../../../domain/risk/scales';
import type { Question } from '../forms/question';
import { area, explained, orNone } from '../forms/kit';
import { adviceLines } from './adviceLines';
import { assessmentPanel } from './assessment';
import type { Around, CaseForm } from './caseForms';

const risks = explained('risk', Risk.options);
const shows = ({ one, ...around }: Around) => assessmentPanel(one, around);

/** Begins with what was decided last, so that a later phase is not typed anew. */
function decisionQuestions({ one, isManagement }: Around): Question[] {
  const last = decisionOf(one);
  return [
    { name: 'risk', kind: 'pick', label: { key: 'caseAsk.risk' }, options: risks, missing: 'err.choose' },
    {
      name: 'doubt',
      kind: 'checks',
      label: { key: 'caseAsk.doubt' },
      options: [{ value: 'yes', label: { key: 'caseAsk.doubtYes' } }],
      optional: true,
    },
    area('facts', 'caseAsk.facts', { start: last?.facts ?? '' }),
    area('safeguards', 'caseAsk.safeguards', { start: last?.safeguards ?? '' }),
    area('likelyImpact', 'caseAsk.likelyImpact', { start: last?.likelyImpact ?? '' }),
    area('divergenceReason', 'caseAsk.divergence', { optional: true, hint: { key: 'caseAsk.divergenceHint' } }),
    currentAdvice(one) === null
      ? area(
          'noAdviceReason',
          'caseAsk.noAdvice',
          one.advices.length === 0 ? {} : { hint: { key: 'caseAsk.adviceOvertaken' } },
        )
      : area('againstAdviceReason', 'caseAsk.againstAdvice', {
          optional: true,
          hint: { key: 'caseAsk.againstAdviceHint' },
        }),
    orNone({
      name: 'likelihood',
      kind: 'pick',
      label: { key: 'caseAsk.likelihood' },
      options: explained('riskLikelihood', Likelihood.options),
    }),
    ...(one.persons.order === null ? [exemption] : []), // an order leaves no ground (Art 34(4))
    ...(asksAnew(one) ? toldAnew : []),
    {
      name: 'mandate',
      kind: 'text',
      label: { key: 'caseAsk.mandate' },
      hint: { key: 'caseAsk.mandateHint' },
      optional: isManagement,
      ...(!isManagement && { missing: 'err.mandate' as const, start: mandateOf(one) }),
    },
  ];
}

/** Of a high risk alone: the domain asks for it then, and says so. */
const toldAnew: readonly Question[] = [
  orNone({
    name: 'toldAnew',
    kind: 'pick',
    label: { key: 'caseAsk.toldAnew' },
    hint: { key: 'caseAsk.toldAnewHint' },
    options: explained('toldAnew', ToldAnew.options),
  }),
  area('notAnewReason', 'caseAsk.notAnew', { optional: true, hint: { key: 'caseAsk.notAnewHint' } }),
];

/** By which a DPO decided before in this case. */
const mandateOf = ({ decisions }: Around['one']): string =>
  decisions.findLast(({ mandate }) => mandate !== null)?.mandate ?? '';

const exemption = orNone({
  name: 'exemption34',
  kind: 'pick',
  label: { key: 'caseAsk.exemption' },
  hint: { key: 'caseAsk.exemptionHint' },
  options: explained('riskExemption', Exemption34.options),
});

/** The DPO's advice, and management's decision with its legal bridge (rule E13). Conclusions follow from the risk. */
export const riskForms = {
  'risk.advise': {
    intro: [{ key: 'caseAsk.adviseIntro' }],
    shows,
    questions: () => [
      orNone({ name: 'risk', kind: 'pick', label: { key: 'caseAsk.risk' }, options: risks }),
      area('text', 'caseAsk.advice'),
    ],
    command: (sheet) => ({ kind: 'risk.advise', risk: sheet.textOr('risk'), text: sheet.text('text') }),
  },
  'risk.decide': {
    intro: [{ key: 'caseAsk.decideIntro' }],
    about: ({ isManagement }) => (isManagement ? [] : [{ key: 'caseAsk.decideMandate' }]),
    warning: { key: 'caseAsk.decideWarning' },
    whyNot: ({ one }) =>
      stageAllows(one.stage, 'risk.decide') && currentScore(one) === null ? [{ key: 'err.unscored' as const }] : [],
    ways: ({ one, canScore }) =>
      canScore && currentScore(one) === null
        ? [{ href: `/cases/${one.id}/score`, label: { key: 'caseAsk.score' } }]
        : [],
    shows,
    advices: ({ one, names }) => adviceLines(one, names),
    questions: decisionQuestions,
    command: (sheet) => {
      const decided = {
        risk: Risk.parse(sheet.text('risk')),
        doubt: sheet.ticked('doubt').length > 0,
        exemption34: Exemption34.nullable().parse(sheet.textOr('exemption34')),
      };
      return {
        kind: 'risk.decide',
        ...decided,
        ...conclusionsOf(decided),
        likelihood: sheet.textOr('likelihood'),
        facts: sheet.text('facts'),
        safeguards: sheet.text('safeguards'),
        likelyImpact: sheet.text('likelyImpact'),
        divergenceReason: sheet.textOr('divergenceReason'),
        noAdviceReason: sheet.textOr('noAdviceReason'),
        againstAdviceReason: sheet.textOr('againstAdviceReason'),
        mandate: sheet.textOr('mandate'),
        toldAnew: sheet.textOr('toldAnew'),
        notAnewReason: sheet.textOr('notAnewReason'),
      };
    },
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
