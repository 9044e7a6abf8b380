import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadNotice } from '../policies/notice';
import type { Call } from '../ports/ports';
import { completeCase, type FullCase } from './readCase';

export type ListCases = { incidentId?: string; open?: boolean; after?: string; limit: number };

/** Notices newest first, each with what its clock follows from; `after` is the id of the last one of the page before. */
export async function listCases({ ctx, input }: Call<ListCases>): Promise<Result<FullCase[]>> {
  if (!mayReadNotice(ctx)) return refused({ code: 'actor.forbidden' });
  const { incidentId, ...query } = input;
  const notices = await ctx.ports.projections.list(ctx.orgId, 'notice', {
    ...query,
    ...(incidentId !== undefined && { parentId: incidentId }),
  });
  const cases: FullCase[] = [];
  for (const notice of notices) {
    const completed = await completeCase(ctx, notice);
    if (!completed.ok) return completed;
    cases.push(completed.value);
  }
  return done(cases);
}
