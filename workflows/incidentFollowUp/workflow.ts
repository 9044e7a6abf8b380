import { continueAsNew, patched } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities';
import type { Milestone } from '../../domain/incident/nextMilestone';
import type { DutyStart } from '../contract/duty';
import { actsAt, readings } from '../support/acts';
import { milestoneLoop } from '../support/milestoneLoop';

/**
 * Nothing that was signalled is left lying. Which step is next, and when, is the journal's to say
 * (`domain/incident/nextMilestone.ts`); the waiting is done here.
 */
export async function incidentFollowUp(duty: DutyStart): Promise<void> {
  const { orgId, subjectId: incidentId } = duty;
  await milestoneLoop<Milestone>(duty, {
    read: (nowMs) => readings<Activities>().readIncidentStep({ orgId, incidentId, nowMs }),
    reach: async (milestone, pace) => {
      const step = actsAt<Activities>(pace);
      switch (milestone.kind) {
        // the declarant's receipt; DPO and management at once (duty S4-02); triage after 4 and 8 h; the decision of the
        // investigation at half its time, its end and 48 h; what one person did for two, the next working day
        case 'tell':
          return step.tellPeople({ orgId, incidentId, milestone });
        // a stage of another law, as its time burns; a run that met one before this version did nothing then
        case 'remind':
          return patched('incident-regimes') ? step.remindOfIncident({ orgId, incidentId, milestone }) : undefined;
        case 'deliver':
          return step.deliverOfIncident({ orgId, incidentId, milestone });
      }
    },
    continueAsNew: (seq) => continueAsNew<typeof incidentFollowUp>({ ...duty, seq }),
  });
}
