import { reachMilestone } from '../../application/incident/reachMilestone';
import { zoneOf } from '../../application/organisation/zoneOf';
import type { Context } from '../../application/ports/ports';
import type { Incident } from '../../domain/incident/incident';
import { type Milestone, nextMilestone } from '../../domain/incident/nextMilestone';
import { allSubjects } from '../allSubjects';
import { orNull } from '../unwrap';
import { catchUp, GRACE_MS } from './catchUp';

/**
 * What the engine should have done two minutes ago of what is told at once: the alert to DPO and management (duty
 * S4-02), the declarant's receipt, and their mails. Reminders of our own procedure are left to the engine.
 */
export function watchIncident(incident: Incident, now: Date, zone: string, graceMs = GRACE_MS): Milestone | null {
  const until = new Date(now.getTime() - graceMs);
  const milestone = nextMilestone(incident, until, zone);
  if (milestone === null || milestone.atMs > until.getTime()) return null;
  const isAtOnce = milestone.kind === 'deliver' || milestone.step === 'alert' || milestone.step === 'receipt';
  return isAtOnce ? milestone : null;
}

/** Ids of open incidents of which something that was to be told at once was not. */
export async function lateIncidents(ctx: Context): Promise<string[]> {
  const { orgId, ports } = ctx;
  const zone = await zoneOf(ctx);
  const open = await allSubjects(ports.projections, orgId, 'incident', { open: true });
  return open.filter((incident) => watchIncident(incident, ports.now(), zone) !== null).map(({ id }) => id);
}

/** Does it, by the engine's own use case and under its keys; mails that it froze itself leave at once. */
export async function tellLate(ctx: Context, incidentId: string): Promise<Milestone['kind'][]> {
  const zone = await zoneOf(ctx);
  return catchUp<Milestone>({
    freezing: 'tell',
    async next(graceMs) {
      const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', incidentId).catch(orNull);
      return incident && watchIncident(incident, ctx.ports.now(), zone, graceMs);
    },
    reach: (milestone) => reachMilestone({ ctx, input: { incidentId, milestone } }),
  });
}
