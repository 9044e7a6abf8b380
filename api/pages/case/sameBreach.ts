import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { sameAs } from '../../../domain/controllerCase/sameBreach';
import type { CaseView } from '../../../templates/pages/case';
import { area } from '../forms/kit';
import type { CaseForm } from './caseForms';
import { togetherOptions } from './togetherWords';

/** To end a case as of the same breach as another: which one goes on, and why. */
export const sameForms = {
  'case.same': {
    intro: [{ key: 'caseAsk.sameIntro' }],
    warning: { key: 'caseAsk.sameWarning' },
    grave: true,
    whyNot: ({ fitting }) => (fitting.length === 0 ? [{ key: 'caseAsk.sameNone' }] : []),
    questions: ({ fitting }) => [
      {
        name: 'sameAs',
        kind: 'pick',
        label: { key: 'caseAsk.sameAs' },
        options: togetherOptions(fitting),
        missing: 'err.choose',
      },
      area('reason', 'caseAsk.sameWhy'),
    ],
    command: (sheet) => ({ kind: 'case.same', sameAs: sheet.text('sameAs'), reason: sheet.text('reason') }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;

/** The case that goes on in place of this one; before, those of whose breach it may be. */
export function sameLines(one: ControllerCase, alike: readonly ControllerCase[], mayEnd: boolean): CaseView['same'] {
  const same = sameAs(one);
  if (same !== null) return [{ text: { key: 'case.sameAs' }, href: `/cases/${same.caseId}`, label: same.reference }];
  if (!mayEnd) return [];
  return alike.map(({ reference }) => ({
    text: { key: 'case.maybeSame', values: { reference } },
    href: `/cases/${one.id}/same`,
    label: { key: 'caseAsk.same' },
  }));
}
