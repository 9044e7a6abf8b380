import { soonest } from '../deadline/soonest';
import { nextDelivery } from '../delivery/outbox';
import { HOUR_MS } from '../shared/instant';
import type { Exercise } from './fold';
import { scenarioOf } from './scenarios';

/** What time alone makes due in an exercise. `atMs` is milliseconds since the epoch and may be past. */
export type Milestone =
  | { kind: 'inject'; atMs: number; index: number }
  | { kind: 'stop'; atMs: number }
  | { kind: 'conclude'; atMs: number }
  | { kind: 'deliver'; atMs: number; deliverableId: string };

/** When something of a scenario happens on the wall: its hours, at the pace of this exercise. */
export const atHours = ({ planned }: Pick<Exercise, 'planned'>, hours: number): number =>
  Date.parse(planned.startsAt) + (hours * HOUR_MS) / planned.pace;

/** When it ends by itself; UTC instant. */
export const endsAt = (exercise: Pick<Exercise, 'planned'>): string =>
  new Date(atHours(exercise, scenarioOf(exercise.planned.scenario).hours)).toISOString();

/**
 * The next inject, then the end of its time; once it was stopped, its report at once. What has passed is told in the order
 * of the scenario, however late, unless its time is over: nothing new is told then.
 */
export function nextMilestone(exercise: Exercise, now: Date): Milestone | null {
  const next = nextDelivery(exercise.outbox);
  const mail: Milestone[] = next === null ? [] : [{ kind: 'deliver', ...next }];
  return soonest([...own(exercise, now), ...mail], now);
}

function own(exercise: Exercise, now: Date): Milestone[] {
  const { stage, stopped, injected } = exercise;
  if (stopped !== null) return stage === 'STOPPED' ? [{ kind: 'conclude', atMs: Date.parse(stopped.at) }] : [];
  const { injects, hours } = scenarioOf(exercise.planned.scenario);
  const endMs = atHours(exercise, hours);
  const index = injects.findIndex((_, at) => !injected.some((one) => one.index === at));
  const inject = injects[index];
  const stop: Milestone = { kind: 'stop', atMs: endMs };
  if (inject === undefined || endMs <= now.getTime()) return [stop];
  return [{ kind: 'inject', index, atMs: atHours(exercise, inject.hours) }, stop];
}

/** Whether it still asks something of somebody. */
export const isFollowed = (exercise: Exercise): boolean =>
  exercise.stage !== 'CONCLUDED' || nextDelivery(exercise.outbox) !== null;
