import type { Milestone } from '../../domain/incident/nextMilestone';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { deliver } from '../delivery/deliver';
import { appendEvent } from '../entries/appendEvent';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
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

  const { step, about, roles } = milestone;
  const what = `told/${step}/${about}`;
  const key = `incident/${incidentId}/${what}`;
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, JSON.stringify(what));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(null);
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', incidentId);
  if (incident === null) return refused({ code: 'subject.unknown' });
  const deliverables = await tell(ctx, incident, milestone);
  const appended = await appendEvent(ctx, {
    subject: { kind: 'incident', id: incidentId },
    key,
    request: what, // what is rendered differs from one try to the next, what is meant does not
    event: { type: 'people.told', values: plain({ step, about, roles, deliverables }) },
    standing: { kind: 'addition', revision: incident.revision + 1 },
  });
  return appended.ok ? done(null) : appended;
}
