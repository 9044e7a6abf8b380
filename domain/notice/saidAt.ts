import { type Floor, happenedAt } from '../incident/happened';
import type { Incident } from '../incident/incident';
import { done, type Result } from '../shared/errors';
import type { NotingCommand } from './commands';
import type { Notice } from './fold';

type Told = {
  notice: Pick<Notice, 'versions' | 'questions' | 'measures'>;
  incident: { report: Pick<Incident['report'], 'alertedAt'> };
};

/**
 * When something happened that is keyed in afterwards (feature F35), UTC; undefined: now. Nobody acknowledged a version before
 * it was written, answered what was not asked, or had a word on what was not proposed.
 */
export const saidAt = (told: Told, command: NotingCommand, now: Date): Result<string | undefined> =>
  'at' in command ? happenedAt(command.at, floorOf(told, command), now) : done(undefined);

function floorOf({ notice, incident }: Told, command: NotingCommand): Floor {
  const named = (pointer: string, at: string | null | undefined): Floor | null => (at ? { pointer, at } : null);
  const floor = () => {
    switch (command.kind) {
      case 'acknowledge':
        return named('/frozenAt', notice.versions.find(({ number }) => number === command.version)?.frozenAt);
      case 'answer':
        return named('/askedAt', notice.questions.find(({ id }) => id === command.questionId)?.askedAt);
      case 'answerMeasure':
      case 'takeMeasure':
        return named('/proposedAt', notice.measures.find(({ id }) => id === command.measureId)?.proposedAt);
      default:
        return null;
    }
  };
  return floor() ?? { pointer: '/alertedAt', at: incident.report.alertedAt };
}
