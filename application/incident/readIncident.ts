import type { Incident } from '../../domain/incident/incident';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadIncidents } from '../policies/incident';
import type { Call } from '../ports/ports';

export async function readIncident({ ctx, input }: Call<{ incidentId: string }>): Promise<Result<Incident>> {
  if (!mayReadIncidents(ctx)) return refused({ code: 'actor.forbidden' });
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', input.incidentId);
  return incident === null ? refused({ code: 'subject.unknown' }) : done(incident);
}
