import { done, refused, type Result } from '../../domain/shared/errors';
import type { Transfer } from '../../domain/transfer/fold';
import { allSubjects } from '../entries/allSubjects';
import { mayReadTransfers } from '../policies/transfer';
import type { Call, Context } from '../ports/ports';

export async function readTransfer({ ctx, input }: Call<{ transferId: string }>): Promise<Result<Transfer>> {
  if (!mayReadTransfers(ctx)) return refused({ code: 'actor.forbidden' });
  const found = await ctx.ports.projections.read(ctx.orgId, 'transfer', input.transferId);
  return found === null ? refused({ code: 'subject.unknown' }) : done(found);
}

/** Newest first. */
export async function listTransfers({
  ctx,
  input,
}: Call<{ after?: string; limit: number }>): Promise<Result<Transfer[]>> {
  if (!mayReadTransfers(ctx)) return refused({ code: 'actor.forbidden' });
  return done(await ctx.ports.projections.list(ctx.orgId, 'transfer', input));
}

/** Those that are open, for who may read them; empty for others. */
export const everyOpenTransfer = async (ctx: Context): Promise<readonly Transfer[]> =>
  mayReadTransfers(ctx) ? allSubjects(ctx.ports.projections, ctx.orgId, 'transfer', { open: true }) : [];
