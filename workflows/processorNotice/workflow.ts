import { continueAsNew } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities';
import type { Milestone } from '../../domain/notice/nextMilestone';
import type { DutyStart } from '../contract/duty';
import { actsAt, readings } from '../support/acts';
import { createHanding, HAND_TRIES } from '../support/handing';
import { milestoneLoop } from '../support/milestoneLoop';

/**
 * No controller is told late: whoever sleeps, the notice leaves before it is due (duty S3-01).
 * Which step is next, and when, is the journal's to say (`domain/notice/nextMilestone.ts`); the waiting is done here.
 */
export async function processorNotice(duty: DutyStart): Promise<void> {
  const { orgId, subjectId: noticeId } = duty;
  const handing = createHanding();
  await milestoneLoop<Milestone>(duty, {
    read: (nowMs) => readings<Activities>().readNoticeStep({ orgId, noticeId, nowMs, handFromMs: handing.fromMs() }),
    reach: (milestone, pace) => {
      const step = actsAt<Activities>(pace);
      switch (milestone.kind) {
        // 25, 50, 75 and 90 % of the time, and its end; no acknowledgement; items still missing; a supplement due
        case 'remind':
          return step.remind({ orgId, noticeId, milestone });
        // at due − margin where the terms allow it, else what exists at due: nothing is silently late
        case 'protect':
          return step.sendProtectiveNotice({ orgId, noticeId, milestone });
        case 'report':
          return step.sendIncidentReport({ orgId, noticeId, milestone });
        // it was no breach after all
        case 'withdraw':
          return step.sendWithdrawal({ orgId, noticeId, milestone });
        // one mail to one contact; the same bytes again until the relay has taken them
        case 'deliver':
          return step.deliver({ orgId, noticeId, milestone });
        // refused or put off: the next contact, the telephone, our people
        case 'fallBack':
          return step.openAnotherWay({ orgId, noticeId, milestone });
        // the controller is an organisation of this installation: its case is told
        case 'hand':
          return handing.hand(() =>
            actsAt<Activities>(pace, HAND_TRIES).handToController({ orgId, noticeId, milestone }),
          );
        case 'settle':
          return step.closeNotice({ orgId, noticeId, milestone });
      }
    },
    continueAsNew: (seq) => continueAsNew<typeof processorNotice>({ ...duty, seq }),
  });
}
