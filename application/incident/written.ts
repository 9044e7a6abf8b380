import type { Incident } from '../../domain/incident/incident';
import { referenceOf } from '../../domain/incident/incident';
import type { Entry } from '../../domain/journal/entry';

/** What a command about an incident answers. `approval`: the request that waits for, or has just got, a second person. */
export type Written = {
  id: string;
  /** `INC-…` once declared, `SIG-…` before. */
  ref: string;
  seq: number;
  revision: number;
  /** False for a repeat under the same key. */
  created: boolean;
  approval: { requestId: string; expiresAt: string; effective: boolean } | null;
};

/** `after` is the incident with the entry in it, or newer. */
export function writtenOf(entry: Entry, after: Incident, created: boolean): Written {
  const { seq, revision } = entry;
  const requestId = requestIdIn(entry);
  const found = after.approvals.find((approval) => approval.requestId === requestId);
  const approval = found && { requestId: found.requestId, expiresAt: found.expiresAt, effective: found.effective };
  const ref = after.reference.incident ?? after.reference.signal;
  return { id: after.id, ref, seq, revision, created, approval: approval ?? null };
}

export function signalledOf(entry: Entry, created: boolean): Written {
  const { seq, revision, subject } = entry;
  return { id: subject.id, ref: referenceOf('SIG', entry), seq, revision, created, approval: null };
}

function requestIdIn({ fields }: Entry): string | null {
  const release = fields['release']?.value;
  const named = typeof release === 'object' && release !== null && 'requestId' in release ? release.requestId : null;
  const requestId = fields['requestId']?.value ?? named;
  return typeof requestId === 'string' ? requestId : null;
}
