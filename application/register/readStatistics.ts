import type { RegisterFilter } from '../../domain/register/filter';
import { type Statistics, statisticsOf } from '../../domain/register/statistics';
import type { SubjectFact } from '../../domain/register/facts';
import { dueOf } from '../../domain/notice/case';
import { done, refused, type Result } from '../../domain/shared/errors';
import { trace } from '../journal/trace';
import { mayReadJournal } from '../policies/journal';
import { completeCase } from '../notice/readCase';
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
  const { orgId, ports } = ctx;
  const notices = await ports.projections.readAll(orgId, 'notice', uncounted);
  const idsOf = (key: 'incidentId' | 'agreementId') => [...new Set(notices.map(({ opened }) => opened[key]))];
  const [incidents, agreements] = await Promise.all([
    ports.projections.readAll(orgId, 'incident', idsOf('incidentId')),
    ports.projections.readAll(orgId, 'agreement', idsOf('agreementId')),
  ]);
  const [incidentOf, agreementOf] = [byId(incidents), byId(agreements)];
  for (const notice of notices) {
    const { incidentId, agreementId } = notice.opened;
    const surroundings = [incidentOf.get(incidentId) ?? null, agreementOf.get(agreementId) ?? null] as const;
    const read = await completeCase(ctx, notice, Promise.resolve([...surroundings]));
    const due = read.ok ? dueOf(read.value) : null;
    if (due !== null) limits.set(notice.id, due.dueAt);
  }
  return facts.map((fact) =>
    fact.kind === 'notice' && limits.has(fact.id) ? { ...fact, dueAt: limits.get(fact.id) ?? null } : fact,
  );
}

const byId = <T extends { id: string }>(subjects: readonly T[]): ReadonlyMap<string, T> =>
  new Map(subjects.map((one) => [one.id, one]));
