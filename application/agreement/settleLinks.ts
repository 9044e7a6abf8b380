import type { Agreement } from '../../domain/agreement/fold';
import { nextTryMs, type Outgoing } from '../../domain/delivery/outbox';
import { done, refused, type Result } from '../../domain/shared/errors';
import { deliver } from '../delivery/deliver';
import { allSubjects } from '../entries/allSubjects';
import { isSystem } from '../policies/asker';
import type { Context } from '../ports/ports';

/** Who issues a link sends it and answers with what came of it; only what is left lying longer is sent in their place. */
const ISSUER_MS = 5_000;

/** `nextAtMs`: when one of them is to be tried again, milliseconds since the epoch; null: none. */
export type SettledLinks = { tried: number; nextAtMs: number | null };

/**
 * Tries again the mails with a link to sign that a relay put off, and those that nobody sent; sends the tests of contacts.
 * Safe to call at any time.
 */
export async function settleLinks({ ctx }: { ctx: Context }): Promise<Result<SettledLinks>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const nowMs = ctx.ports.now().getTime();
  let agreements = await waiting(ctx);
  let tried = 0;
  for (const { id, outbox } of agreements) {
    for (const outgoing of outbox) {
      const tryMs = dueMs(outgoing);
      if (tryMs === null || tryMs > nowMs) continue;
      await deliver({ ctx, input: { kind: 'agreement', id, deliverableId: outgoing.id } });
      tried += 1;
    }
  }
  if (tried > 0) agreements = await waiting(ctx);
  const next = agreements.flatMap(({ outbox }) => outbox.flatMap((outgoing) => dueMs(outgoing) ?? []));
  return done({ tried, nextAtMs: next.length === 0 ? null : Math.min(...next) });
}

const waiting = ({ orgId, ports }: Context): Promise<Agreement[]> =>
  allSubjects(ports.projections, orgId, 'agreement', { open: true });

function dueMs(outgoing: Outgoing): number | null {
  const tryMs = nextTryMs(outgoing);
  return tryMs !== null && outgoing.attempts.length === 0 ? tryMs + ISSUER_MS : tryMs;
}
