import { createHash } from 'node:crypto';
import { judgeVoice } from '../approval/judge';
import { statusOf } from '../approval/approval';
import { APPROVAL_LIFE_MS } from '../approval/events';
import { done, type Result } from '../shared/errors';
import { canonical, type Json } from '../shared/jcs';
import type { Around } from './around';
import type { Proposal } from './breachValues';
import type { IncidentEvent } from './events';
import type { Incident } from './incident';
import { quorumOf } from './quorum';

/** SHA-256 of the canonical proposal: what an approver's yes is bound to. */
export const proposalHash = (proposal: Proposal): string =>
  createHash('sha256')
    .update(canonical(proposal as Json))
    .digest('hex');

export const expiryOf = (now: Date): string => new Date(now.getTime() + APPROVAL_LIFE_MS).toISOString();

/**
 * Asks for the voices that a proposal needs. Where somebody else has asked for the very same thing and it is still open,
 * asking is approving: two who act at once do not wait for each other.
 */
export function propose(incident: Incident, proposal: Proposal, reason: string, around: Around): Result<IncidentEvent> {
  const { now, newId, roles } = around;
  const requestHash = proposalHash(proposal);
  const same = incident.approvals.find(
    (approval) => approval.requestHash === requestHash && statusOf(approval, incident.decided, now) === 'open',
  );
  if (same !== undefined) return approve(incident, { requestId: same.requestId }, around);
  const values = {
    requestId: newId,
    command: proposal.command,
    proposal,
    requestHash,
    reason,
    boundTo: incident.decided,
    expiresAt: expiryOf(now),
    roles: [...roles],
  };
  return done({ type: 'approval.requested', values });
}

export type Approve = { requestId: string };

/** One more voice for an open request; with the last one needed the proposal takes effect. */
export function approve(incident: Incident, { requestId }: Approve, around: Around): Result<IncidentEvent> {
  const approval = incident.approvals.find((one) => one.requestId === requestId);
  const quorum = approval === undefined ? [] : quorumOf(approval.proposal, incident.clock);
  const judged = judgeVoice(approval, around, { quorum, decided: incident.decided, now: around.now });
  return judged.ok ? done({ type: 'approval.given', values: { requestId, roles: [...around.roles] } }) : judged;
}
