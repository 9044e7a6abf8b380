import type { Party } from '../../domain/party/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadParties } from '../policies/party';
import type { Call, Context } from '../ports/ports';

const MOST_PARTIES = 1_000;

/** Every counterpart of the organisation, newest first. */
export const allParties = ({ orgId, ports }: Context): Promise<Party[]> =>
  ports.projections.list(orgId, 'party', { limit: MOST_PARTIES });

export type ListParties = { after?: string; limit: number };

export async function listParties({ ctx, input }: Call<ListParties>): Promise<Result<Party[]>> {
  if (!mayReadParties(ctx)) return refused({ code: 'actor.forbidden' });
  return done(await ctx.ports.projections.list(ctx.orgId, 'party', input));
}

export async function readParty({ ctx, input }: Call<{ partyId: string }>): Promise<Result<Party>> {
  if (!mayReadParties(ctx)) return refused({ code: 'actor.forbidden' });
  const found = await ctx.ports.projections.read(ctx.orgId, 'party', input.partyId);
  return found === null ? refused({ code: 'subject.unknown' }) : done(found);
}
