import { foldIncident } from '../../domain/incident/fold';
import type { Incident } from '../../domain/incident/incident';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadIncidents } from '../policies/incident';
import type { Call } from '../ports/ports';

/** What the organisation knew at an instant: entries recorded later are left out, whenever what they tell happened. */
export async function readIncidentKnownAt({
  ctx,
  input: { incidentId, knownAt },
}: Call<{ incidentId: string; knownAt: string }>): Promise<Result<Incident>> {
  if (!mayReadIncidents(ctx)) return refused({ code: 'actor.forbidden' });
  const entries = await ctx.ports.journal.readSubject(ctx.orgId, { kind: 'incident', id: incidentId }, 0);
  const known = entries.filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(knownAt));
  const incident = foldIncident(known);
  return incident === null ? refused({ code: 'subject.unknown' }) : done(incident);
}
