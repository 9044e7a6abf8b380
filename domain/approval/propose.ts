import { createHash } from 'node:crypto';
import { done, type Result } from '../shared/errors';
import { canonical, type Json } from '../shared/jcs';
import type { Role } from '../shared/roles';
import { type Approval, type Quorum, statusOf } from './approval';
import { APPROVAL_LIFE_MS, type ApprovalGiven } from './events';
import { type Approver, judgeVoice } from './judge';

/** The subject that approvals are about: its open requests, and its newest decision. */
export type Asked<P> = { approvals: readonly Approval<P>[]; decided: number };

/** Who asks or approves, and when; `newId` is an id that nobody has used. */
export type Asking = Approver & { now: Date; newId: string };

/** A request as its entry holds it. */
export type Requested<P> = Omit<
  Approval<P>,
  'requestedBy' | 'requestedAt' | 'voices' | 'effective' | 'reason' | 'boundTo'
> & { reason: string; boundTo: number; roles: Role[] };

export type ApprovalEvent<P> =
  | { type: 'approval.requested'; values: Requested<P> }
  | { type: 'approval.given'; values: ApprovalGiven };

/** SHA-256 of the canonical proposal: what an approver's yes is bound to. */
export const proposalHash = (proposal: object): string =>
  createHash('sha256')
    .update(canonical(proposal as Json))
    .digest('hex');

export const expiryOf = (now: Date): string => new Date(now.getTime() + APPROVAL_LIFE_MS).toISOString();

/**
 * Asks for the voices that a proposal needs. Where somebody else has asked for the very same thing and it is still open,
 * asking is approving: two who act at once do not wait for each other.
 */
export function propose<P extends { command: string }>(
  subject: Asked<P>,
  { proposal, reason }: { proposal: P; reason: string },
  asking: Asking,
  quorumOf: (proposal: P) => Quorum,
): Result<ApprovalEvent<P>> {
  const { now, newId, roles } = asking;
  const requestHash = proposalHash(proposal);
  const same = subject.approvals.find(
    (approval) => approval.requestHash === requestHash && statusOf(approval, subject.decided, now) === 'open',
  );
  if (same !== undefined) return approve(subject, same.requestId, asking, quorumOf);
  const values = {
    requestId: newId,
    command: proposal.command,
    proposal,
    requestHash,
    reason,
    boundTo: subject.decided,
    expiresAt: expiryOf(now),
    roles: [...roles],
  };
  return done({ type: 'approval.requested', values });
}

/** One more voice for an open request; with the last one needed the proposal takes effect. */
export function approve<P>(
  { approvals, decided }: Asked<P>,
  requestId: string,
  asking: Asking,
  quorumOf: (proposal: P) => Quorum,
): Result<Extract<ApprovalEvent<P>, { type: 'approval.given' }>> {
  const approval = approvals.find((one) => one.requestId === requestId);
  const quorum = approval === undefined ? [] : quorumOf(approval.proposal);
  const judged = judgeVoice(approval, asking, { quorum, decided, now: asking.now });
  return judged.ok ? done({ type: 'approval.given', values: { requestId, roles: [...asking.roles] } }) : judged;
}
