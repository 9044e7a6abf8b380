import type { z } from 'zod';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { runningStages, screeningOf } from '../../../domain/controllerCase/regimes';
import type { Regimes } from './regimeViews';

/** Names each field: what the domain gains is not published by accident. */
export function presentRegimes(one: ControllerCase, now: Date): z.output<typeof Regimes> {
  const { answers, sent } = one.regimes;
  return {
    unanswered: screeningOf(one).unanswered,
    answers: answers.map(({ seq, byId, at, regime, concerned, reason, triggerAt, profileId, facts }) => {
      return { seq, byId, at, regime, concerned, reason, triggerAt, profileId, facts };
    }),
    stages: runningStages(one, now).map((stage) => {
      const { regime, id, state, t0, dueAt, reg1182, noonAt, sentAt, optional } = stage;
      return { regime, stage: id, state, t0, dueAt, reg1182, noonAt, sentAt, optional };
    }),
    sent: sent.map(({ seq, regime, stage, sentAt, receipt, delayText }) => {
      return { seq, regime, stage, sentAt, receipt, delayText };
    }),
  };
}
