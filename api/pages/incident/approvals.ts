import type { Inside } from '../frame';
import { awaitedRoles } from '../../../domain/approval/awaited';
import { statusOf } from '../../../domain/approval/approval';
import { sameVoice } from '../../../domain/approval/judge';
import type { Incident } from '../../../domain/incident/incident';
import { quorumOf } from '../../../domain/incident/quorum';
import { sameHand } from '../../../domain/organisation/sameHand';
import type { Role } from '../../../domain/shared/roles';
import { momentWords } from '../../../templates/pages/frame/moment';
import type { ApprovalLine } from '../../../templates/pages/parts/approvals';
import { phrase, type Said } from '../../../templates/pages/words/word';
import { nameOf } from '../frame';
import { roleNames } from '../rowWords';
import { aboutOf, proposedChanges } from './asked';
import { proposalWords } from './proposalWords';

type Open = Incident['approvals'][number];

/** Requests that wait for one more person: what they would change, and who may say yes now. */
export function approvalLines(
  incident: Incident,
  inside: Inside,
  at: { now: Date; newKey: () => string },
): Promise<ApprovalLine[]> {
  const open = incident.approvals.filter((approval) => statusOf(approval, incident.decided, at.now) === 'open');
  return Promise.all(open.map((approval) => lineOf(approval, incident, inside, at)));
}

async function lineOf(
  approval: Open,
  incident: Incident,
  inside: Inside,
  { now, newKey }: { now: Date; newKey: () => string },
): Promise<ApprovalLine> {
  const { requestId, proposal, reason, requestedBy, expiresAt, voices } = approval;
  const { frame, names } = inside;
  const awaited = awaitedRoles(voices, quorumOf(proposal, incident.clock));
  return {
    requestId,
    what: { key: proposalWords[proposal.command] },
    about: aboutOf(proposal),
    changes: proposedChanges(incident.clock, proposal, frame.language),
    reason,
    by: nameOf(names, { id: requestedBy }),
    expiresAt,
    hindrance: hindranceOf(approval, awaited, inside, now),
    others: await othersOf(approval, awaited, inside, now),
    key: newKey(),
  };
}

const voiceOf = ({ voices }: Open, personId: string, { organisation }: Inside, now: Date) =>
  sameVoice(
    voices.map(({ actorId }) => actorId),
    personId,
    sameHand(organisation, personId, now),
  );

/** Why the reader's yes would not count, with from when it will where that is known. */
function hindranceOf(approval: Open, awaited: readonly Role[], inside: Inside, now: Date): Said | null {
  const { ctx, frame } = inside;
  const same = voiceOf(approval, ctx.actor.id, inside, now);
  if (same?.until !== undefined) {
    const isLate = Date.parse(same.until) >= Date.parse(approval.expiresAt);
    const key = isLate ? 'approval.sameHandLate' : 'approval.sameHand';
    return { key, values: { at: momentWords(same.until, frame, 'full') } };
  }
  if (same !== null) return { key: approval.requestedBy === ctx.actor.id ? 'approval.own' : 'approval.given' };
  if (ctx.roles.some((role) => awaited.includes(role))) return null;
  return { key: 'approval.otherRole', values: { roles: roleNames(awaited, frame.language) } };
}

async function othersOf(approval: Open, awaited: readonly Role[], inside: Inside, now: Date): Promise<Said> {
  const { ctx, frame } = inside;
  const people = await ctx.ports.people.withRoles(ctx.orgId, awaited);
  const free = people.filter(({ id }) => id !== ctx.actor.id && voiceOf(approval, id, inside, now) === null);
  const roles = roleNames(awaited, frame.language);
  if (free.length === 0) return { key: 'approval.nobody', values: { roles } };
  const names = free.map(({ name, roles: held }) => {
    const role = awaited.find((one) => held.includes(one)) ?? 'O';
    return `${name} (${phrase(frame.language, { key: `role.${role}` })})`;
  });
  return { key: 'approval.whoMay', values: { names: names.join(', ') } };
}
