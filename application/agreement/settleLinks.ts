import { nextTryMs } from '../../domain/delivery/outbox';
import { done, refused, type Result } from '../../domain/shared/errors';
import { deliver } from '../delivery/deliver';
import { isSystem } from '../policies/asker';
import type { Context } from '../ports/ports';

/** More amendments than one organisation has open. */
const MOST = 500;

/** Tries again the mails with a link to sign that a relay put off. Safe to call at any time. @returns how many were tried */
export async function settleLinks({ ctx }: { ctx: Context }): Promise<Result<number>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  let tried = 0;
  for (const { id, outbox } of await ports.projections.list(orgId, 'agreement', { open: true, limit: MOST })) {
    for (const outgoing of outbox) {
      const tryMs = nextTryMs(outgoing);
      if (tryMs === null || tryMs > ports.now().getTime()) continue;
      await deliver({ ctx, input: { kind: 'agreement', id, deliverableId: outgoing.id } });
      tried += 1;
    }
  }
  return done(tried);
}
