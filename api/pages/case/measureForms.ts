import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { awaitedMeasures } from '../../../domain/controllerCase/measures';
import { area, moment, urgent } from '../forms/kit';
import { measureOptions, verdictIn, verdictQuestions, whichMeasure } from '../forms/measures';
import type { CaseForm } from './caseForms';

/** Protective measures on which the processor consults us (duty S3-05). */
export const measureForms = {
  'processor.propose': {
    intro: [],
    questions: ({ zone }) => [
      area('what', 'ask.measureWhat'),
      moment('proposedAt', 'caseAsk.proposedAt', zone, null, { canBeNow: true }),
      urgent,
    ],
    command: (sheet) => ({
      kind: 'processor.propose',
      what: sheet.text('what'),
      proposedAt: sheet.instant('proposedAt'),
      urgentHours: sheet.number('urgentHours'),
    }),
  },
  'processor.decide': {
    intro: [{ key: 'caseAsk.decideMeasureIntro' }],
    questions: ({ one, zone }) => [
      whichMeasure(one.processor.measures),
      ...verdictQuestions,
      moment('answeredAt', 'caseAsk.measureAnsweredAt', zone, null, {
        canBeNow: true,
        near: awaitedMeasures(one.processor.measures).map(({ proposedAt }) => proposedAt),
      }),
    ],
    command: (sheet) => ({ kind: 'processor.decide', ...verdictIn(sheet), answeredAt: sheet.instant('answeredAt') }),
  },
  'processor.take': {
    intro: [],
    questions: ({ one, zone }) => [
      {
        ...whichMeasure(one.processor.measures),
        optional: true,
        options: [{ value: '', label: { key: 'ask.awaitedNone' } }, ...measureOptions(one.processor.measures)],
      },
      area('what', 'ask.measureDone', { optional: true, hint: { key: 'ask.measureWhatHint' } }),
      moment('takenAt', 'caseAsk.takenAt', zone, null, {
        canBeNow: true,
        near: awaitedMeasures(one.processor.measures).map(({ proposedAt }) => proposedAt),
      }),
      area('reason', 'ask.takeReason'),
    ],
    command: (sheet) => ({
      kind: 'processor.take',
      measureId: sheet.textOr('measureId'),
      what: sheet.textOr('what'),
      takenAt: sheet.instant('takenAt'),
      reason: sheet.text('reason'),
    }),
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
