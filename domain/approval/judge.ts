import { done, refused, type Result } from '../shared/errors';
import type { Role } from '../shared/roles';
import { type Approval, mayFill, type Quorum, statusOf } from './approval';

/** Who says yes. A tool never approves, whatever its roles. */
export type Approver = {
  actorId: string;
  isPerson: boolean;
  roles: readonly Role[];
  /** Other ids behind which the same person may stand. */
  sameHand: ReadonlySet<string>;
};

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
  const isSame = (voice: string) => voice === actorId || sameHand.has(voice);
  if (approval.voices.some((voice) => isSame(voice.actorId))) return refused({ code: 'approval.samePerson' });
  return mayFill({ roles }, quorum) ? done(null) : refused({ code: 'actor.forbidden' });
}
