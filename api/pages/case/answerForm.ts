import type { ControllerCase } from '../../../domain/controllerCase/case';
import { area, moment } from '../forms/kit';
import type { CaseForm } from './caseForms';

type Asked = { id: string; askedAt: string; text: string | null; answeredAt: string | null };

/** Which of the questions is answered, when, and how. `near`: instants that the minute that is typed may stand for. */
export const answerForm = (
  kind: 'authority.answer' | 'processor.answer',
  questionsOf: (one: ControllerCase) => readonly Asked[],
  near: (asked: readonly Asked[]) => string[] = () => [],
): CaseForm => ({
  intro: [],
  questions: ({ one, zone }) => {
    const asked = questionsOf(one);
    return [
      {
        name: 'questionId',
        kind: 'select',
        label: { key: 'caseAsk.question' },
        options: asked
          .filter(({ answeredAt }) => answeredAt === null)
          .map(({ id, text }) => ({ value: id, label: text ?? id })),
      },
      moment('answeredAt', 'caseAsk.answeredAt', zone, null, { canBeNow: true, near: near(asked) }),
      area('text', 'caseAsk.answerText'),
    ];
  },
  command: (sheet) => ({
    kind,
    questionId: sheet.text('questionId'),
    answeredAt: sheet.instant('answeredAt'),
    text: sheet.text('text'),
  }),
});
