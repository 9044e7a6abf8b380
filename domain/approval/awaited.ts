import type { Role } from '../shared/roles';
import type { Quorum, Voice } from './approval';

type Heard = Pick<Voice, 'actorId' | 'roles'>;

/** Roles of which one more person would bring a request nearer to its quorum. */
export function awaitedRoles(voices: readonly Heard[], quorum: Quorum): Role[] {
  const reached = filledSlots(voices, quorum);
  const adds = (role: Role) => filledSlots([...voices, { actorId: '', roles: [role] }], quorum) > reached;
  return [...new Set(quorum.flat())].filter(adds);
}

/** How many slots the voices fill at most, each with another person. */
function filledSlots(voices: readonly Heard[], [slot, ...others]: Quorum): number {
  if (slot === undefined) return 0;
  const fitting = voices.filter(({ roles }) => roles.some((role) => slot.includes(role)));
  const chosen = fitting.map(
    ({ actorId }) =>
      1 +
      filledSlots(
        voices.filter((voice) => voice.actorId !== actorId),
        others,
      ),
  );
  return Math.max(filledSlots(voices, others), ...chosen);
}
