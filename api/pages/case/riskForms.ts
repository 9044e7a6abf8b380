import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { area, options } from '../forms/kit';
import type { CaseForm } from './caseForms';

const risks = options('risk', ['unlikely', 'risk', 'high']);

/** The DPO's advice, and management's decision with its legal bridge (rule E13). */
export const riskForms = {
  'risk.advise': {
    intro: [{ key: 'caseAsk.adviseIntro' }],
    questions: () => [
      { name: 'risk', kind: 'pick', label: { key: 'caseAsk.risk' }, options: risks, optional: true },
      area('text', 'caseAsk.advice'),
    ],
    command: (sheet) => ({ kind: 'risk.advise', risk: sheet.textOr('risk'), text: sheet.text('text') }),
  },
  'risk.decide': {
    intro: [{ key: 'caseAsk.decideIntro' }],
    warning: { key: 'caseAsk.decideWarning' },
    questions: ({ one }) => [
      { name: 'risk', kind: 'pick', label: { key: 'caseAsk.risk' }, options: risks, missing: 'err.choose' },
      area('facts', 'caseAsk.facts'),
      area('safeguards', 'caseAsk.safeguards'),
      area('likelyImpact', 'caseAsk.likelyImpact'),
      area('conclusion33', 'caseAsk.conclusion33'),
      area('conclusion34', 'caseAsk.conclusion34'),
      area('divergenceReason', 'caseAsk.divergence', { optional: true, hint: { key: 'caseAsk.divergenceHint' } }),
      ...(one.advices.length === 0 ? [area('noAdviceReason', 'caseAsk.noAdvice')] : []),
      {
        name: 'mandate',
        kind: 'text',
        label: { key: 'caseAsk.mandate' },
        hint: { key: 'caseAsk.mandateHint' },
        optional: true,
      },
    ],
    command: (sheet) => ({
      kind: 'risk.decide',
      risk: sheet.text('risk'),
      facts: sheet.text('facts'),
      safeguards: sheet.text('safeguards'),
      likelyImpact: sheet.text('likelyImpact'),
      conclusion33: sheet.text('conclusion33'),
      conclusion34: sheet.text('conclusion34'),
      divergenceReason: sheet.textOr('divergenceReason'),
      noAdviceReason: sheet.textOr('noAdviceReason'),
      mandate: sheet.textOr('mandate'),
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
