import { type Approval, isComplete, type Quorum } from './approval';
import type { ApprovalGiven } from './events';
import type { Role } from '../shared/roles';

type Requested<P> = Omit<Approval<P>, 'requestedBy' | 'requestedAt' | 'voices' | 'effective'> & { roles: Role[] };
type Writing = { at: string; byId: string };

/** The request that an entry makes; who asks gives the first voice. */
export function requestOf<P>({ roles, ...values }: Requested<P>, { byId, at }: Writing): Approval<P> {
  const voices = [{ actorId: byId, roles, at }];
  return { ...values, requestedBy: byId, requestedAt: at, voices, effective: false };
}

/** The approvals with one more voice; `effective` is the request that has its last one now, null while it waits. */
export function hear<P>(
  approvals: readonly Approval<P>[],
  { requestId, roles }: ApprovalGiven,
  { byId, at }: Writing,
  quorumOf: (proposal: P) => Quorum,
): { approvals: readonly Approval<P>[]; effective: Approval<P> | null } {
  const asked = approvals.find((approval) => approval.requestId === requestId);
  if (asked === undefined || asked.effective) return { approvals, effective: null };
  const voices = [...asked.voices, { actorId: byId, roles, at }];
  const heard = { ...asked, voices, effective: isComplete(voices, quorumOf(asked.proposal)) };
  return {
    approvals: approvals.map((approval) => (approval === asked ? heard : approval)),
    effective: heard.effective ? heard : null,
  };
}
