import type { Organisation } from '../../domain/organisation/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import { anyMember } from '../policies/asker';
import type { Context } from '../ports/ports';

/** The asker's own organisation, as its entries say now. */
export async function readOrganisation({ ctx }: { ctx: Context }): Promise<Result<Organisation>> {
  if (!anyMember(ctx)) return refused({ code: 'actor.forbidden' });
  const organisation = await ctx.ports.projections.read(ctx.orgId, 'organisation', ctx.orgId);
  return organisation === null ? refused({ code: 'subject.unknown' }) : done(organisation);
}
