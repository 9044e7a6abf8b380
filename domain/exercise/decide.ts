import { z } from 'zod';
import { isTooFar, tooFar } from '../incident/chronology';
import { Pace } from '../deadline/pace';
import { Language } from '../letters/head';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { Instant } from '../shared/instant';
import { FreeText } from '../shared/words';
import type { ExerciseEvent } from './events';
import type { Exercise } from './fold';
import { ScenarioId } from './scenario';
import { scenarioOf } from './scenarios';

/** An hour stands for a minute: three days within 72 minutes. */
const USUAL_PACE = 60;

export const PlanExercise = z.strictObject({
  scenario: ScenarioId.meta({ description: 'what is rehearsed' }),
  pace: Pace.default(USUAL_PACE).meta({ description: 'its clocks run so many times faster; 60: a second is a minute' }),
  language: Language.default('fr').meta({ description: 'language of what is told' }),
  startsAt: Instant.nullable().default(null).meta({ description: 'when it begins; null: now' }),
  agreementIds: z
    .array(z.string().min(1))
    .max(200)
    .default([])
    .meta({ description: 'agreements that it may touch; none: our own data alone' }),
});
export type PlanExercise = z.infer<typeof PlanExercise>;

export const StopExercise = z.strictObject({
  reason: FreeText.nullable().meta({ description: 'why; null: none given' }),
});
export type StopExercise = z.infer<typeof StopExercise>;

export type AroundPlan = {
  now: Date;
  agreementIds: ReadonlySet<string>;
  /** One that has not ended: two at once would test nobody. */ running: boolean;
};

/** A date of a plan, or every reason why it cannot be (invariant 12). */
export function decidePlan(plan: PlanExercise, { now, agreementIds, running }: AroundPlan): Result<ExerciseEvent> {
  const issues: Issue[] = plan.agreementIds.flatMap((id, index) =>
    agreementIds.has(id) ? [] : [{ pointer: `/agreementIds/${index}`, message: 'no such agreement' }],
  );
  const { startsAt } = plan;
  if (startsAt !== null && Date.parse(startsAt) < now.getTime()) {
    issues.push({ pointer: '/startsAt', message: 'has passed: leave it out to begin now' });
  }
  if (startsAt !== null && isTooFar(startsAt, now)) issues.push({ pointer: '/startsAt', message: tooFar(now) });
  if (running) issues.push({ pointer: '', message: 'another exercise has not ended' });
  if (scenarioOf(plan.scenario).injects[0]?.kind === 'subNotice' && plan.agreementIds.length === 0) {
    issues.push({
      pointer: '/agreementIds',
      message: 'a sub-processor tells of a controller’s data: name an agreement',
    });
  }
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ type: 'exercise.planned', values: { ...plan, startsAt: startsAt ?? now.toISOString() } });
}

export const decideStop = ({ stage }: Exercise, { reason }: StopExercise): Result<ExerciseEvent> =>
  stage === 'PLANNED'
    ? done({ type: 'exercise.stopped', values: { ground: 'byHand', reason } })
    : refused({ code: 'state.refused', state: stage, command: 'exercise.stop', allowed: [] });
