import type { Milestone } from '../../domain/controllerCase/nextMilestone';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { deliver } from '../delivery/deliver';
import { appendEvent } from '../entries/appendEvent';
import { isSystem } from '../policies/asker';
import type { Call, Context } from '../ports/ports';
import { handToProcessor } from './handToProcessor';
import { tellOfCase } from './tellOfCase';

/** Telling the persons takes long, and is `sendToPersons`. */
export type ReachMilestone = { caseId: string; milestone: Exclude<Milestone, { kind: 'send' }> };

/**
 * Does what time alone has made due in a controller's case. Each step is told once, under a key made of it, by whoever
 * comes first: engine, watchdog or a retry after a crash.
 */
export async function reachMilestone({ ctx, input }: Call<ReachMilestone>): Promise<Result<null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { caseId: id, milestone } = input;
  if (milestone.kind === 'deliver') {
    const { deliverableId } = milestone;
    const delivered = await deliver({ ctx, input: { kind: 'controllerCase', id, deliverableId } });
    return delivered.ok ? done(null) : delivered;
  }
  if (milestone.kind === 'hand') return hand(ctx, id, milestone.about);

  const { ladder, about, step, roles } = milestone;
  const what = `reminded/${ladder}/${about}/${step}`;
  const key = `controllerCase/${id}/${what}`;
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, JSON.stringify(what));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(null);
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', id);
  if (one === null) return refused({ code: 'subject.unknown' });
  const told = await tellOfCase(ctx, one, milestone);
  const appended = await appendEvent(ctx, {
    subject: { kind: 'controllerCase', id },
    key,
    request: what, // what is rendered differs from one try to the next, what is meant does not
    event: { type: 'case.reminded', values: plain({ ladder, about, step, roles, ...told }) },
    standing: { kind: 'addition', revision: one.revision + 1 },
  });
  return appended.ok ? done(null) : appended;
}

/** First there, then here: a crash in between hands it again, under the same key. */
async function hand(ctx: Context, id: string, about: number): Promise<Result<null>> {
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', id);
  if (one === null) return refused({ code: 'subject.unknown' });
  const handed = await handToProcessor(ctx, one, about);
  if (!handed.ok) return handed;
  const what = `handed/${about}`;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'controllerCase', id },
    key: `controllerCase/${id}/${what}`,
    request: what,
    event: { type: 'processor.handed', values: { about, result: handed.value } },
    standing: { kind: 'addition', revision: one.revision + 1 },
  });
  return appended.ok ? done(null) : appended;
}
