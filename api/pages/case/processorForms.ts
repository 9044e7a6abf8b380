import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { unacknowledged } from '../../../domain/controllerCase/processor';
import { area, moment, urgent } from '../forms/kit';
import { answerForm } from './answerForm';
import type { CaseForm } from './caseForms';

/** What came without a version is acknowledged without one. */
const NONE = 'none';

/** What we say to the processor that told us, and what it answers. */
export const processorForms = {
  'processor.acknowledge': {
    intro: [{ key: 'caseAsk.acknowledgeIntro' }],
    questions: ({ one, zone }) => [
      {
        name: 'version',
        kind: 'select',
        label: { key: 'caseAsk.version' },
        options: unacknowledged(one)
          .toReversed()
          .map((version) =>
            version === null
              ? { value: NONE, label: { key: 'case.noVersion' } }
              : { value: String(version), label: { key: 'case.version', values: { n: String(version) } } },
          ),
      },
      moment('acknowledgedAt', 'caseAsk.acknowledgedAt', zone, null, {
        canBeNow: true,
        near: one.told.map(({ receivedAt }) => receivedAt),
      }),
      { name: 'name', kind: 'text', label: { key: 'guest.name' } },
      { name: 'function', kind: 'text', label: { key: 'guest.function' } },
    ],
    command: (sheet) => ({
      kind: 'processor.acknowledge',
      version: sheet.text('version') === NONE ? null : sheet.number('version'),
      acknowledgedAt: sheet.instant('acknowledgedAt'),
      name: sheet.text('name'),
      function: sheet.text('function'),
    }),
  },
  'processor.ask': {
    intro: [{ key: 'caseAsk.askProcessorIntro' }],
    submit: 'caseAsk.askGo',
    files: true,
    questions: ({ zone }) => [
      area('text', 'caseAsk.question'),
      moment('askedAt', 'caseAsk.askedAt', zone, null, { canBeNow: true }),
      urgent,
    ],
    command: (sheet) => ({
      kind: 'processor.ask',
      text: sheet.text('text'),
      askedAt: sheet.instant('askedAt'),
      urgentHours: sheet.number('urgentHours'),
    }),
  },
  'processor.answer': {
    ...answerForm(
      'processor.answer',
      ({ processor }) => processor.questions,
      (asked) => asked.map(({ askedAt }) => askedAt),
    ),
    files: true,
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
