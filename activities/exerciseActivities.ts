import { LONGEST_LEASE_MS } from '../application/delivery/claimAttempt';
import { reachMilestone } from '../application/exercise/reachMilestone';
import type { Ports } from '../application/ports/ports';
import { type Milestone, nextMilestone } from '../domain/exercise/nextMilestone';
import { done, refused } from '../domain/shared/errors';
import { engineOf, unwrap } from './reading';
import { type StepAnswer, stepOfExercise } from './steps';

type Place = { orgId: string; exerciseId: string };
type Act<K extends Milestone['kind']> = Place & { milestone: Extract<Milestone, { kind: K }> };

/** One name a step of an exercise, for whoever reads a run in Temporal's own page; one use case does them all. */
export function exerciseActivities(ports: Ports) {
  const engine = engineOf(ports);

  async function reach({ orgId, ...input }: Place & { milestone: Milestone }): Promise<void> {
    unwrap(await reachMilestone({ ctx: engine(orgId), input }));
  }

  return {
    async readExerciseStep({ orgId, exerciseId, nowMs }: Place & { nowMs: number }): Promise<StepAnswer<Milestone>> {
      const found = await ports.projections.read(orgId, 'exercise', exerciseId);
      const exercise = unwrap(found === null ? refused({ code: 'subject.unknown' }) : done(found));
      const milestone = nextMilestone(exercise, new Date(nowMs));
      return stepOfExercise(exercise, { readSeq: exercise.seq, milestone, leaseMs: LONGEST_LEASE_MS });
    },

    injectIntoExercise: (act: Act<'inject'>) => reach(act),
    stopExercise: (act: Act<'stop'>) => reach(act),
    concludeExercise: (act: Act<'conclude'>) => reach(act),
    deliverOfExercise: (act: Act<'deliver'>) => reach(act),
  };
}
