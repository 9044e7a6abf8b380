import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Entry } from '../../domain/journal/entry';

/** What a command about a controller's case answers. `approval`: the request that waits for, or has just got, a second person. */
export type WrittenCase = {
  id: string;
  /** `CTL-…`, numbered by its first entry. */
  ref: string;
  seq: number;
  revision: number;
  /** False for a repeat under the same key. */
  created: boolean;
  approval: { requestId: string; expiresAt: string; effective: boolean } | null;
};

/** `after` is the case with the entry in it, or newer. */
export function writtenOf({ seq, revision, fields }: Entry, after: ControllerCase, created: boolean): WrittenCase {
  const requestId = fields['requestId']?.value;
  const found = after.approvals.find((approval) => approval.requestId === requestId);
  const approval = found && { requestId: found.requestId, expiresAt: found.expiresAt, effective: found.effective };
  return { id: after.id, ref: after.reference, seq, revision, created, approval: approval ?? null };
}
