import { continueAsNew } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities';
import type { Milestone } from '../../domain/exercise/nextMilestone';
import type { DutyStart } from '../contract/duty';
import { actsAt, readings } from '../support/acts';
import { milestoneLoop } from '../support/milestoneLoop';

/**
 * An exercise goes on whoever looks: what is told, its end, its report. Which step is next, and when, is the journal's to
 * say (`domain/exercise/nextMilestone.ts`); the waiting is done here.
 */
export async function exerciseRun(duty: DutyStart): Promise<void> {
  const { orgId, subjectId: exerciseId } = duty;
  await milestoneLoop<Milestone>(duty, {
    read: (nowMs) => readings<Activities>().readExerciseStep({ orgId, exerciseId, nowMs }),
    reach: (milestone, pace) => {
      const step = actsAt<Activities>(pace);
      switch (milestone.kind) {
        case 'inject':
          return step.injectIntoExercise({ orgId, exerciseId, milestone });
        case 'stop': // the scenario has no more time
          return step.stopExercise({ orgId, exerciseId, milestone });
        case 'conclude': // whatever still runs of it ends, and its report is written down
          return step.concludeExercise({ orgId, exerciseId, milestone });
        case 'deliver':
          return step.deliverOfExercise({ orgId, exerciseId, milestone });
      }
    },
    continueAsNew: (seq) => continueAsNew<typeof exerciseRun>({ ...duty, seq }),
  });
}
