import type { z } from 'zod';
import { type Asked, runningStages, screeningOf } from '../../../domain/regime/asked';
import type { Regimes } from './views';

/**
 * Names each field: what the domain gains is not published by accident.
 *
 * @param unanswered of which nobody has said whether they apply, here or in a case that answers for this
 */
export function presentRegimes(
  asked: Asked,
  now: Date,
  unanswered = screeningOf(asked).unanswered,
): z.output<typeof Regimes> {
  const { answers, sent } = asked.regimes;
  return {
    unanswered,
    answers: answers.map((answer) => {
      const { seq, byId, at, regime, concerned, reason, triggerAt, profileId, facts, implied = false } = answer;
      return { seq, byId, at, regime, concerned, reason, triggerAt, profileId, facts, implied };
    }),
    stages: runningStages(asked, now).map((stage) => {
      const { regime, id, state, t0, dueAt, reg1182, noonAt, sentAt, optional } = stage;
      return { regime, stage: id, state, t0, dueAt, reg1182, noonAt, sentAt, optional };
    }),
    sent: sent.map(({ seq, regime, stage, sentAt, receipt, delayText }) => {
      return { seq, regime, stage, sentAt, receipt, delayText };
    }),
  };
}
