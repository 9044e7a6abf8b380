import { reachMilestone } from '../../application/controllerCase/reachMilestone';
import type { Context } from '../../application/ports/ports';
import type { ControllerCase } from '../../domain/controllerCase/case';
import { type Milestone, nextMilestone } from '../../domain/controllerCase/nextMilestone';
import { allSubjects } from '../../application/entries/allSubjects';
import { orNull } from '../unwrap';
import { catchUp, GRACE_MS } from './catchUp';

type Late = Exclude<Milestone, { kind: 'send' }>;

/** What the engine should have done of a controller's case two minutes ago: whom the law's limit is told to, and their mails. */
export function watchCase(one: ControllerCase, now: Date, graceMs = GRACE_MS): Late | null {
  const until = new Date(now.getTime() - graceMs);
  const milestone = nextMilestone(one, until);
  if (milestone === null || milestone.kind === 'send') return null; // a long list is not late: who is told is claimed
  return milestone.atMs > until.getTime() ? null : milestone;
}

/** Ids of open cases of which something that was due was not done. */
export async function lateCases({ orgId, ports }: Context): Promise<string[]> {
  const open = await allSubjects(ports.projections, orgId, 'controllerCase', { open: true });
  return open.filter((one) => watchCase(one, ports.now()) !== null).map(({ id }) => id);
}

/** Does it, by the engine's own use case and under its keys; mails that it froze itself leave at once. */
export const remindLate = (ctx: Context, caseId: string): Promise<Late['kind'][]> =>
  catchUp<Late>({
    freezing: ['remind'],
    async next(graceMs) {
      const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId).catch(orNull);
      return one && watchCase(one, ctx.ports.now(), graceMs);
    },
    reach: (milestone) => reachMilestone({ ctx, input: { caseId, milestone } }),
  });
