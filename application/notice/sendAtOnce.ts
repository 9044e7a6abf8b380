import { nextMilestone } from '../../domain/notice/nextMilestone';
import type { Result } from '../../domain/shared/errors';
import { deliver } from '../delivery/deliver';
import type { Call, Context } from '../ports/ports';
import { leaseOf } from './leaseOf';
import { reachFrom } from './reachMilestone';
import { loadCase } from './readCase';
import { type SendVersion, type Sent, sendVersion } from './sendVersion';

/** More contacts than any agreement names. */
const MOST_MAILS = 50;

/**
 * Sends a version, and begins to deliver it without waiting for the engine: answered once it is frozen.
 * Only a short cut: each mail is claimed by an attempt entry as always, so that engine and watchdog, which do the same,
 * find it taken; and whatever happens here, they go on from the entries.
 */
export async function sendAtOnce({ ctx, input }: Call<SendVersion>): Promise<Result<Sent>> {
  const machine: Context = { ...ctx, actor: { kind: 'system', id: 'api' }, roles: [] };
  const sent = await sendVersion({ ctx, input: { ...input, claimAs: machine } });
  if (sent.ok) deliverAll(machine, input.noticeId, sent.value).catch(() => undefined);
  return sent;
}

/** What was claimed with the version first, then all that has yet to leave. */
export async function deliverAll(ctx: Context, noticeId: string, { claim, after }: Pick<Sent, 'claim' | 'after'>) {
  if (claim !== null && after !== null) {
    const { deliverableId } = claim;
    const leaseMs = leaseOf(after, ctx.ports.now());
    await deliver({ ctx, input: { kind: 'notice', id: noticeId, deliverableId, leaseMs, state: after.notice, claim } });
  }
  for (let mails = 0; mails < MOST_MAILS; mails += 1) {
    const read = await loadCase(ctx, noticeId);
    if (!read.ok) return;
    const milestone = nextMilestone(read.value, ctx.ports.now());
    if (milestone?.kind !== 'deliver' || milestone.atMs > ctx.ports.now().getTime()) return;
    const reached = await reachFrom(ctx, read.value, milestone);
    if (!reached.ok) return;
  }
}
