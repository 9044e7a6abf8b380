import { reachMilestone } from '../../application/controllerCase/reachMilestone';
import type { Context } from '../../application/ports/ports';
import type { ControllerCase } from '../../domain/controllerCase/case';
import { type Milestone, nextMilestone } from '../../domain/controllerCase/nextMilestone';
import { MINUTE_MS } from '../../domain/shared/instant';
import { allSubjects } from '../allSubjects';
import { isLasting, unwrap } from '../unwrap';

/** How long the engine is left alone with what was due. */
const GRACE_MS = 2 * MINUTE_MS;
/** A reminder, and a mail to each who gets one; what is left then waits for the next round. */
const MOST_STEPS = 20;

/** What the engine should have done of a controller's case two minutes ago: whom the law's limit is told to, and their mails. */
export function watchCase(one: ControllerCase, now: Date, graceMs = GRACE_MS): Milestone | null {
  const until = new Date(now.getTime() - graceMs);
  const milestone = nextMilestone(one, until);
  return milestone === null || milestone.atMs > until.getTime() ? null : milestone;
}

/** Ids of open cases of which something that was due was not done. */
export async function lateCases({ orgId, ports }: Context): Promise<string[]> {
  const open = await allSubjects(ports.projections, orgId, 'controllerCase', { open: true });
  return open.filter((one) => watchCase(one, ports.now()) !== null).map(({ id }) => id);
}

/** Does it, by the engine's own use case and under its keys; mails that it froze itself leave at once. */
export async function remindLate(ctx: Context, caseId: string): Promise<Milestone['kind'][]> {
  const done: Milestone['kind'][] = [];
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId).catch(orNull);
    const milestone = one && watchCase(one, ctx.ports.now(), done.includes('remind') ? 0 : GRACE_MS);
    if (milestone === null) return done;
    unwrap(await reachMilestone({ ctx, input: { caseId, milestone } }));
    done.push(milestone.kind);
  }
  return done;
}

/** Management is told of one that cannot be read when its entry is worked off. */
function orNull(error: unknown): null {
  if (isLasting(error)) return null;
  throw error;
}
