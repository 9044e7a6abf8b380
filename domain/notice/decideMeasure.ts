import { isAwaited, takingFault, verdictFault } from '../consultation/measure';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { MOST_URGENT_HOURS, UrgentHours } from './answerDue';
import type { NotingCommand } from './commands';
import type { NoticeEvent } from './events';
import type { Notice } from './fold';

export type MeasureCommand = Extract<NotingCommand, { kind: 'proposeMeasure' | 'answerMeasure' | 'takeMeasure' }>;

export const NOT_URGENT: Issue = {
  pointer: '/urgentHours',
  message: `is a number of hours from 1 to ${MOST_URGENT_HOURS}, or nothing`,
};

/** The controller is consulted on a measure, answers, or no answer could be awaited (duty S3-05). */
export function decideMeasure({ measures }: Pick<Notice, 'measures'>, command: MeasureCommand): Result<NoticeEvent> {
  switch (command.kind) {
    case 'proposeMeasure':
      return propose(measures, command);
    case 'answerMeasure': {
      const fault = verdictFault(measures, command);
      const { kind: _kind, at: _at, ...values } = command;
      return fault ?? done({ type: 'notice.measureAnswered', values: { ...values, deliverables: [] } });
    }
    case 'takeMeasure': {
      const fault = takingFault(measures, command);
      const { measureId, what, declaredId, reason } = command;
      const values = { measureId, what, declaredId, reason, deliverables: [] };
      return fault ?? done({ type: 'notice.measureTaken', values });
    }
  }
}

function propose(
  measures: Notice['measures'],
  { measureId, declaredId, what, urgentHours }: MeasureCommand & { kind: 'proposeMeasure' },
): Result<NoticeEvent> {
  const issues: Issue[] = [];
  if (what === null) issues.push({ pointer: '/what', message: 'say what is to be done, or which measure it is' });
  if (!UrgentHours.safeParse(urgentHours).success) issues.push(NOT_URGENT);
  const waits = measures.some((one) => one.declaredId !== null && one.declaredId === declaredId && isAwaited(one));
  if (waits) issues.push({ pointer: '/declaredId', message: 'has been proposed, and waits for its answer' });
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const values = { measureId, declaredId, what, urgentHours, deliverables: [] };
  return done({ type: 'notice.measureProposed', values });
}
