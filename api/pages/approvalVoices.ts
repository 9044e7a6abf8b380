import type { Approval, ApprovalStatus } from '../../domain/approval/approval';
import { sameVoice } from '../../domain/approval/judge';
import { sameHand } from '../../domain/organisation/sameHand';
import type { Role } from '../../domain/shared/roles';
import { momentWords } from '../../templates/pages/frame/moment';
import { phrase, type Said } from '../../templates/pages/words/word';
import type { Inside } from './frame';
import { roleNames } from './rowWords';

type Open = Pick<Approval<unknown>, 'voices' | 'requestedBy' | 'expiresAt'>;

const voiceOf = ({ voices }: Open, personId: string, { organisation }: Inside, now: Date) =>
  sameVoice(
    voices.map(({ actorId }) => actorId),
    personId,
    sameHand(organisation, personId, now),
  );

/** Why a request has no effect any more; null while it waits. */
export const fallenOf = (status: Exclude<ApprovalStatus, 'effective'>): Said | null =>
  status === 'open' ? null : { key: `approval.${status}` };

/** Why the reader's yes would not count, with from when it will where that is known. */
export function hindranceOf(approval: Open, awaited: readonly Role[], inside: Inside, now: Date): Said | null {
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

/** Who else may say yes now. */
export async function othersOf(approval: Open, awaited: readonly Role[], inside: Inside, now: Date): Promise<Said> {
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
