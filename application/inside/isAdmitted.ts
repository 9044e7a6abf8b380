import { allParties } from '../party/readParties';
import type { Context } from '../ports/ports';

/**
 * Whether another organisation of this installation lets our notices in by themselves: it has recorded us with our very
 * key, and said so. Of what it has recorded else, nothing is told.
 */
export async function isAdmitted(ctx: Context, orgId: string): Promise<boolean> {
  const key = await ctx.ports.proofs.notary.verifierKey(ctx.orgId);
  const parties = await allParties({ ...ctx, orgId });
  return parties.some((party) => party.admits && party.key === key);
}
