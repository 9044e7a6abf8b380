import { createNext } from '../../application/incident/limitOf';
import { reachMilestone } from '../../application/incident/reachMilestone';
import { workplaceOf } from '../../application/organisation/zoneOf';
import type { Context } from '../../application/ports/ports';
import type { Place } from '../../domain/deadline/longPeriods';
import type { Incident } from '../../domain/incident/incident';
import type { Milestone } from '../../domain/incident/nextMilestone';
import type { FollowUpStep } from '../../domain/incident/workValues';
import { allSubjects } from '../../application/entries/allSubjects';
import { orNull } from '../unwrap';
import { catchUp, GRACE_MS } from './catchUp';

type Looking = { graceMs?: number; next: ReturnType<typeof createNext> };

/**
 * What the engine should have done two minutes ago of what is told at once or runs against a contract's limit: the alert
 * to DPO and management (duty S4-02), the declarant's receipt, what a sub-processor told, what another law asks for, and their mails. Reminders of our
 * own procedure are left to the engine.
 */
async function watchIncident(ctx: Context, incident: Incident, place: Place, { graceMs = GRACE_MS, next }: Looking) {
  const until = new Date(ctx.ports.now().getTime() - graceMs);
  const milestone = await next(incident, until, place);
  if (milestone === null || milestone.atMs > until.getTime()) return null;
  return milestone.kind !== 'tell' || isUrgent(milestone.step) ? milestone : null;
}

const AT_ONCE: readonly FollowUpStep[] = ['alert', 'receipt', 'subNotice'];
const isUrgent = (step: FollowUpStep): boolean => AT_ONCE.includes(step) || step.startsWith('whom');

/** Ids of open incidents of which something that was to be told at once was not. */
export async function lateIncidents(ctx: Context): Promise<string[]> {
  const { orgId, ports } = ctx;
  const place = await workplaceOf(ctx);
  const open = await allSubjects(ports.projections, orgId, 'incident', { open: true });
  const next = createNext(ctx);
  const late: string[] = [];
  for (const incident of open)
    if ((await watchIncident(ctx, incident, place, { next })) !== null) late.push(incident.id);
  return late;
}

/** Does it, by the engine's own use case and under its keys; mails that it froze itself leave at once. */
export async function tellLate(ctx: Context, incidentId: string): Promise<Milestone['kind'][]> {
  const place = await workplaceOf(ctx);
  return catchUp<Milestone>({
    freezing: ['tell', 'remind'],
    async next(graceMs) {
      const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', incidentId).catch(orNull);
      return incident && watchIncident(ctx, incident, place, { graceMs, next: createNext(ctx) });
    },
    reach: (milestone) => reachMilestone({ ctx, input: { incidentId, milestone } }),
  });
}
