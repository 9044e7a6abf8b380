import type { Incident } from '../../domain/incident/incident';
import type { Milestone } from '../../domain/incident/nextMilestone';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { deliver } from '../delivery/deliver';
import { appendEvent } from '../entries/appendEvent';
import { isSystem } from '../policies/asker';
import type { Call, Context } from '../ports/ports';
import { remindOfRegime } from './remindOfRegime';
import { tell } from './tell';

export type ReachMilestone = { incidentId: string; milestone: Milestone };

/**
 * Does what time alone has made due in following an incident up. Each step is told once, under a key made of it, by
 * whoever comes first: engine, watchdog or a retry after a crash.
 */
export async function reachMilestone({ ctx, input }: Call<ReachMilestone>): Promise<Result<null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { incidentId, milestone } = input;
  if (milestone.kind === 'deliver') {
    const { deliverableId } = milestone;
    const delivered = await deliver({ ctx, input: { kind: 'incident', id: incidentId, deliverableId } });
    return delivered.ok ? done(null) : delivered;
  }

  const what =
    milestone.kind === 'tell'
      ? `told/${milestone.step}/${milestone.about}`
      : `reminded/${milestone.ladder}/${milestone.about}/${milestone.step}`;
  const key = `incident/${incidentId}/${what}`;
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, JSON.stringify(what));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(null);
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', incidentId);
  if (incident === null) return refused({ code: 'subject.unknown' });
  const appended = await appendEvent(ctx, {
    subject: { kind: 'incident', id: incidentId },
    key,
    request: what, // what is rendered differs from one try to the next, what is meant does not
    event: await eventOf(ctx, incident, milestone),
    standing: { kind: 'addition', revision: incident.revision + 1 },
  });
  return appended.ok ? done(null) : appended;
}

async function eventOf(ctx: Context, incident: Incident, milestone: Exclude<Milestone, { kind: 'deliver' }>) {
  if (milestone.kind === 'tell') {
    const { step, about, roles } = milestone;
    const told = await tell(ctx, incident, milestone);
    return { type: 'people.told', values: plain({ step, about, roles, ...told }) };
  }
  const { ladder, about, step, roles } = milestone;
  const told = await remindOfRegime(ctx, incident, milestone);
  return { type: 'regime.reminded', values: plain({ ladder, about, step, roles, ...told }) };
}
