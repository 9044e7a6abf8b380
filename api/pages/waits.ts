import { sameVoice } from '../../domain/approval/judge';
import type { ClockRow } from '../../domain/deadline/clockRow';
import { sameHand } from '../../domain/organisation/sameHand';
import type { Inside } from './frame';

/** Whether a second approval waits for somebody else than this reader: their own request, or a voice that would not count now. */
export function waitsForOther(
  { obligation, voices, roles }: ClockRow,
  { ctx, organisation }: Pick<Inside, 'ctx' | 'organisation'>,
): boolean {
  if (obligation !== 'approval') return false;
  const handed = sameHand(organisation, ctx.actor.id, ctx.ports.now());
  return sameVoice(voices, ctx.actor.id, handed) !== null || !roles.some((role) => ctx.roles.includes(role));
}
