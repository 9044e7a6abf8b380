import { done, refused, type Result } from '../shared/errors';
import type { Role } from '../shared/roles';
import { type Approval, mayFill, type Quorum, statusOf } from './approval';

/** Other ids behind which the same person may stand; where it is known, until when. */
export type SameHand = { has(id: string): boolean; get?(id: string): string | undefined };

/** Who says yes. A tool never approves, whatever its roles. */
export type Approver = {
  actorId: string;
  isPerson: boolean;
  roles: readonly Role[];
  sameHand: SameHand;
};

/** Why this is no other voice than one of these: the same person, or for a day whoever gave or got a token; null if it is. */
export function sameVoice(voices: readonly string[], actorId: string, sameHand: SameHand) {
  if (voices.includes(actorId)) return { code: 'approval.samePerson' as const };
  const handed = voices.find((voice) => sameHand.has(voice));
  if (handed === undefined) return null;
  const until = sameHand.get?.(handed);
  return { code: 'approval.samePerson' as const, ...(until !== undefined && { until }) };
}

/**
 * Whether this person's yes counts: the request is open, bound to what is decided now, and theirs is another voice.
 * Two tokens of one person are one person; so are two persons of whom one has just given the other a token.
 */
export function judgeVoice(
  approval: Approval<unknown> | undefined,
  { actorId, isPerson, roles, sameHand }: Approver,
  { quorum, decided, now }: { quorum: Quorum; decided: number; now: Date },
): Result<null> {
  if (!isPerson) return refused({ code: 'actor.forbidden' });
  if (approval === undefined) return refused({ code: 'approval.unknown' });
  const status = statusOf(approval, decided, now);
  if (status === 'expired') return refused({ code: 'approval.expired' });
  if (status !== 'open') return refused({ code: 'revision.stale', current: decided, changed: [] });
  const voices = approval.voices.map((voice) => voice.actorId);
  const same = sameVoice(voices, actorId, sameHand);
  if (same !== null) return refused(same);
  return mayFill({ roles }, quorum) ? done(null) : refused({ code: 'actor.forbidden' });
}
