import type { SaidSeat } from '../../domain/organisation/decide';
import { done, refused, type Result } from '../../domain/shared/errors';
import { maySeat } from '../policies/organisation';
import type { Call } from '../ports/ports';
import { changeOrganisation } from './changeOrganisation';

/** Where the organisation is established, and by which calendar it works, for cases that are opened from now on (rule G12). */
export async function seatOrganisation({
  ctx,
  input: { key, seat },
}: Call<{ key: string; seat: SaidSeat }>): Promise<Result<{ seq: number }>> {
  if (!maySeat(ctx)) return refused({ code: 'actor.forbidden' });
  const entry = await changeOrganisation(ctx, { key, command: { kind: 'seat', seat } });
  return entry.ok ? done({ seq: entry.value.seq }) : entry;
}
