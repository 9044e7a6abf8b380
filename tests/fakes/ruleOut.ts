import { appendEvent } from '../../application/entries/appendEvent';
import type { Context } from '../../application/ports/ports';

/** An incident is found to be no breach, as if two persons had said so. */
export async function ruleOut(ctx: Context, incidentId: string) {
  const incident = await ctx.ports.projections.read(ctx.orgId, 'incident', incidentId);
  return appendEvent(ctx, {
    subject: { kind: 'incident', id: incidentId },
    key: 'rule-out',
    event: { type: 'breach.ruledOut', values: { evidenceRefs: ['EV-1'], reason: 'données fictives' } },
    standing: { kind: 'decision', revision: (incident?.revision ?? 0) + 1 },
  });
}
