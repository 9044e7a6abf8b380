import type { Inside } from '../frame';
import { awaitedRoles } from '../../../domain/approval/awaited';
import { shownRequests } from '../../../domain/approval/shown';
import type { Incident } from '../../../domain/incident/incident';
import { quorumOf } from '../../../domain/incident/quorum';
import type { ApprovalLine } from '../../../templates/pages/parts/approvals';
import { fallenOf, hindranceOf, othersOf } from '../approvalVoices';
import { nameOf } from '../frame';
import { aboutOf, lawChanges, proposedChanges } from './asked';
import { proposalWords } from './proposalWords';

type Shown = ReturnType<typeof shownRequests<Incident['approvals'][number]>>[number];

/** Requests that wait for one more person: what they would change, and who may say yes now; and those that came to nothing. */
export function approvalLines(
  incident: Incident,
  inside: Inside,
  at: { now: Date; newKey: () => string },
): Promise<ApprovalLine[]> {
  const shown = shownRequests(incident.approvals, incident.decided, at.now);
  return Promise.all(shown.map((request) => lineOf(request, incident, inside, at)));
}

async function lineOf(
  { approval, status }: Shown,
  incident: Incident,
  inside: Inside,
  { now, newKey }: { now: Date; newKey: () => string },
): Promise<ApprovalLine> {
  const { requestId, proposal, reason, requestedBy, expiresAt, voices } = approval;
  const { frame, names } = inside;
  const awaited = awaitedRoles(voices, quorumOf(proposal, incident.clock));
  return {
    requestId,
    fallen: fallenOf(status),
    what: { key: proposalWords[proposal.command] },
    about: aboutOf(proposal),
    changes: [...proposedChanges(incident.clock, proposal, frame.language), ...lawChanges(incident, proposal, now)],
    reason,
    by: nameOf(names, { id: requestedBy }),
    expiresAt,
    hindrance: hindranceOf(approval, awaited, inside, now),
    others: await othersOf(approval, awaited, inside, now),
    key: newKey(),
  };
}
