import type { Approval } from '../../domain/approval/approval';
import type { Entry } from '../../domain/journal/entry';

/** What a command about an incident or a controller's case answers. */
export type Written = {
  id: string;
  /** `SIG-…`, and `INC-…` once declared; `CTL-…` of a case. */
  ref: string;
  seq: number;
  revision: number;
  /** False for a repeat under the same key. */
  created: boolean;
  /** The request that waits for, or has just got, a second person; null where one is enough. */
  approval: { requestId: string; expiresAt: string; effective: boolean } | null;
  /** Of what was filed for several cases: those whose file does not hold it. */
  unwritten?: readonly { caseId: string; reference: string }[];
};

type Subject = { id: string; approvals: readonly Pick<Approval<unknown>, 'requestId' | 'expiresAt' | 'effective'>[] };

/** `after` is the subject with the entry in it, or newer; `ref` is what people call it. */
export function writtenOf(entry: Entry, after: Subject, ref: string, created: boolean): Written {
  const { seq, revision } = entry;
  const requestId = requestIdIn(entry);
  const found = after.approvals.find((approval) => approval.requestId === requestId);
  const approval = found && { requestId: found.requestId, expiresAt: found.expiresAt, effective: found.effective };
  return { id: after.id, ref, seq, revision, created, approval: approval ?? null };
}

function requestIdIn({ fields }: Entry): string | null {
  const release = fields['release']?.value;
  const named = typeof release === 'object' && release !== null && 'requestId' in release ? release.requestId : null;
  const requestId = fields['requestId']?.value ?? named;
  return typeof requestId === 'string' ? requestId : null;
}
