import type { RegisterFilter } from '../../domain/register/filter';
import { type Statistics, statisticsOf } from '../../domain/register/statistics';
import { done, refused, type Result } from '../../domain/shared/errors';
import { trace } from '../journal/trace';
import { mayReadJournal } from '../policies/journal';
import type { Call } from '../ports/ports';

/** Breaches of a period in the authority's own bands, from facts that are kept: no row is read for it. */
export async function readStatistics({ ctx, input }: Call<{ filter: RegisterFilter }>): Promise<Result<Statistics>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  await trace(ctx, 'register', 'statistics');
  const facts = await ctx.ports.projections.facts(ctx.orgId);
  return done(statisticsOf(facts, input.filter, ctx.ports.now()));
}
