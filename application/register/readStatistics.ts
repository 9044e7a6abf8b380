import type { RegisterFilter } from '../../domain/register/filter';
import { type Statistics, statisticsOf } from '../../domain/register/statistics';
import type { SubjectFact } from '../../domain/register/facts';
import { dueOf } from '../../domain/notice/case';
import { done, refused, type Result } from '../../domain/shared/errors';
import { trace } from '../journal/trace';
import { mayReadJournal } from '../policies/journal';
import { readableCase } from '../overview/listNow';
import type { Call, Context } from '../ports/ports';

/** Breaches of a period in the authority's own bands, from facts that are kept: no row is read for it. */
export async function readStatistics({ ctx, input }: Call<{ filter: RegisterFilter }>): Promise<Result<Statistics>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  await trace(ctx, 'register', 'statistics');
  const facts = await ctx.ports.projections.facts(ctx.orgId);
  return done(statisticsOf(await withLimits(ctx, facts), input.filter, ctx.ports.now()));
}

/** No version has counted the limit of a notice that nobody has written yet: its incident and its contract say it. */
async function withLimits(ctx: Context, facts: readonly SubjectFact[]): Promise<SubjectFact[]> {
  const uncounted = facts.flatMap((fact) =>
    fact.kind === 'notice' && fact.isBreach && fact.isOpen && fact.dueAt === null ? [fact.id] : [],
  );
  const limits = new Map<string, string>();
  for (const notice of await ctx.ports.projections.readAll(ctx.orgId, 'notice', uncounted)) {
    const read = await readableCase(ctx, notice);
    const due = read.ok && read.value !== null ? dueOf(read.value) : null;
    if (due !== null) limits.set(notice.id, due.dueAt);
  }
  return facts.map((fact) =>
    fact.kind === 'notice' && limits.has(fact.id) ? { ...fact, dueAt: limits.get(fact.id) ?? null } : fact,
  );
}
