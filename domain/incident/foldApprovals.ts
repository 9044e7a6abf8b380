import type { Approval } from '../approval/approval';
import type { ApprovalGiven } from '../approval/events';
import { hear } from '../approval/fold';
import type { Proposal } from './breachValues';
import { changeRegimes } from '../regime/fold';
import { moveClock } from './foldBreach';
import type { Incident, Mark } from './incident';
import { underLaw } from './lawMove';
import { proposedClock } from './proposedClock';
import { quorumOf } from './quorum';

/** The last voice needed is the effect: no entry follows that could be lost. */
export function giveApproval(incident: Incident, given: ApprovalGiven, mark: Mark): Partial<Incident> {
  const { approvals, effective } = hear(incident.approvals, given, mark, (proposal) =>
    quorumOf(proposal, incident.clock),
  );
  return { approvals, ...(effective !== null && effectOf(incident, effective, mark)) };
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
    case 'regime.concern': {
      const { command: _command, ...values } = proposal;
      const event = { type: 'regime.concerned', values: { ...values, reason } } as const;
      return { regimes: changeRegimes(incident.regimes, event, mark) };
    }
    case 'regime.exclude': {
      const event = { type: 'regime.excluded', values: { regimes: proposal.regimes, reason } } as const;
      return { regimes: changeRegimes(incident.regimes, event, mark) };
    }
    case 'law.move': {
      const answer = underLaw(incident, proposal);
      const event = answer && ({ type: 'regime.concerned', values: { ...answer, reason } } as const);
      return event === null ? {} : { regimes: changeRegimes(incident.regimes, event, mark) };
    }
    case 'breach.ruleOut':
      return {
        ...moved(),
        stage: 'INCIDENT',
        ruledOut: { ...mark, evidenceRefs: proposal.evidenceRefs, reason },
      };
  }
}
