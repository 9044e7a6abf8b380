import { type Approval, isComplete } from '../approval/approval';
import type { ApprovalGiven } from '../approval/events';
import type { Proposal } from './breachValues';
import type { IncidentEvent } from './events';
import { moveClock } from './foldBreach';
import type { Incident, Mark } from './incident';
import { proposedClock } from './proposedClock';
import { quorumOf } from './quorum';

type Requested = Extract<IncidentEvent, { type: 'approval.requested' }>['values'];

export function requestApproval({ roles, ...values }: Requested, { byId, at }: Mark): Approval<Proposal> {
  const voices = [{ actorId: byId, roles, at }];
  return { ...values, requestedBy: byId, requestedAt: at, voices, effective: false };
}

/** The last voice needed is the effect: no entry follows that could be lost. */
export function giveApproval(incident: Incident, { requestId, roles }: ApprovalGiven, mark: Mark): Partial<Incident> {
  const asked = incident.approvals.find((approval) => approval.requestId === requestId);
  if (asked === undefined || asked.effective) return {};
  const voices = [...asked.voices, { actorId: mark.byId, roles, at: mark.at }];
  const effective = isComplete(voices, quorumOf(asked.proposal, incident.clock));
  const approvals = incident.approvals.map((approval) =>
    approval === asked ? { ...asked, voices, effective } : approval,
  );
  return { approvals, ...(effective && effectOf(incident, asked, mark)) };
}

function effectOf(incident: Incident, { proposal, reason }: Approval<Proposal>, mark: Mark): Partial<Incident> {
  const clock = proposedClock(incident.clock, proposal, mark.at);
  const moved = () => moveClock(incident, clock, proposal.command, mark);
  switch (proposal.command) {
    case 'event.dismiss':
      return { stage: 'EVENT_CLOSED', dismissed: { ...mark, reason, personalDataOnSystem: true } };
    case 'clock.release':
      return moved();
    case 'aware.correct':
      return { ...moved(), stage: 'BREACH' };
    case 'breach.ruleOut':
      return {
        ...moved(),
        stage: 'INCIDENT',
        ruledOut: { ...mark, evidenceRefs: proposal.evidenceRefs, reason },
      };
  }
}
