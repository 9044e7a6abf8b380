import { continueAsNew, patched } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities';
import type { Milestone } from '../../domain/controllerCase/nextMilestone';
import type { DutyStart } from '../contract/duty';
import { actsAt, longActs, readings } from '../support/acts';
import { createHanding, HAND_TRIES } from '../support/handing';
import { milestoneLoop } from '../support/milestoneLoop';

/**
 * A controller that knows of a breach of its data tells the authority in time, and the persons where it must
 * (GDPR Arts 33(1), 34). Which step is next, and when, is the journal's to say
 * (`domain/controllerCase/nextMilestone.ts`); the waiting is done here.
 */
export async function controllerCase(duty: DutyStart): Promise<void> {
  const { orgId, subjectId: caseId } = duty;
  const handing = createHanding();
  await milestoneLoop<Milestone>(duty, {
    read: (nowMs) => readings<Activities>().readCaseStep({ orgId, caseId, nowMs, handFromMs: handing.fromMs() }),
    reach: (milestone, pace) => {
      const step = actsAt<Activities>(pace);
      switch (milestone.kind) {
        // at once; 25, 50, 66, 75, 90 and 100 % of the 72 hours; the complement; a question of the authority; the
        // message to the persons, drafted and sent
        case 'remind':
          return step.remindOfCase({ orgId, caseId, milestone });
        // the processor is an organisation of this installation: its notice is told
        case 'hand':
          return handing.hand(() => actsAt<Activities>(pace, HAND_TRIES).handToProcessor({ orgId, caseId, milestone }));
        // the mails of one reminder, together; what is replayed from before sent them one by one
        case 'deliver':
          return patched('deliver-due')
            ? step.deliverDueOfCase({ orgId, caseId })
            : step.deliverOfCase({ orgId, caseId, milestone });
        // one mail to each person of an accepted list, some at a time
        case 'send':
          return longActs<Activities>().sendToPersons({ orgId, caseId });
      }
    },
    continueAsNew: (seq) => continueAsNew<typeof controllerCase>({ ...duty, seq }),
  });
}
