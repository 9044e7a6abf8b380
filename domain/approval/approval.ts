import type { Role } from '../shared/roles';

/** One person's yes. Persons are compared, never tokens: `actorId` names a person. */
export type Voice = { actorId: string; roles: readonly Role[]; at: string };

/** Something that needs more than one person. `P` is the command that takes effect with the last voice. */
export type Approval<P> = {
  requestId: string;
  command: string;
  proposal: P;
  requestHash: string;
  reason: string | null;
  /** Revision of the newest decision when it was asked: a newer one makes it void. */
  boundTo: number;
  requestedBy: string;
  requestedAt: string;
  expiresAt: string;
  voices: readonly Voice[];
  effective: boolean;
};

/** Each slot is one person who holds one of its roles; two slots are two persons. */
export type Quorum = readonly (readonly Role[])[];

export type ApprovalStatus = 'open' | 'expired' | 'void' | 'effective';

export function statusOf(approval: Approval<unknown>, decided: number, now: Date): ApprovalStatus {
  if (approval.effective) return 'effective';
  if (approval.boundTo !== decided) return 'void';
  return Date.parse(approval.expiresAt) <= now.getTime() ? 'expired' : 'open';
}

/** Whether the voices fill every slot, each with another person. */
export function isComplete(voices: readonly Voice[], quorum: Quorum): boolean {
  const [slot, ...others] = quorum;
  if (slot === undefined) return true;
  return voices
    .filter((voice) => fits(voice, slot))
    .some((chosen) =>
      isComplete(
        voices.filter(({ actorId }) => actorId !== chosen.actorId),
        others,
      ),
    );
}

export const mayFill = (voice: Pick<Voice, 'roles'>, quorum: Quorum): boolean =>
  quorum.some((slot) => fits(voice, slot));

const fits = ({ roles }: Pick<Voice, 'roles'>, slot: readonly Role[]): boolean =>
  slot.some((role) => roles.includes(role));
