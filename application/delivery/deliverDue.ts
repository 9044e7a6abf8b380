import { dueDeliveries } from '../../domain/delivery/outbox';
import { done, refused, type Result } from '../../domain/shared/errors';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { type Deliver, deliver } from './deliver';

/** Each has its own claim and its own time, so they go side by side; the rest is due at once. */
const MOST_AT_ONCE = 10;

/** Whatever of a subject is due by now leaves: the mails of one reminder together, one act for all. Safe to repeat. */
export async function deliverDue({ ctx, input }: Call<Pick<Deliver, 'kind' | 'id'>>): Promise<Result<null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const state = await ctx.ports.projections.read(ctx.orgId, input.kind, input.id);
  if (state === null) return refused({ code: 'subject.unknown' });
  const due = dueDeliveries(state.outbox, ctx.ports.now()).slice(0, MOST_AT_ONCE);
  const tried = await Promise.all(
    due.map((deliverableId) => deliver({ ctx, input: { ...input, deliverableId, state } })),
  );
  const failed = tried.find((one) => !one.ok);
  return failed !== undefined && !failed.ok ? failed : done(null);
}
