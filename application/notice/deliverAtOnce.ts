import { nextMilestone } from '../../domain/notice/nextMilestone';
import type { Context } from '../ports/ports';
import { reachMilestone } from './reachMilestone';
import { loadCase } from './readCase';

/** More contacts than any agreement names. */
const MOST_MAILS = 50;

/**
 * Delivers what a person has just frozen without waiting for the engine. Only a short cut: each mail is claimed by an
 * attempt entry as always, so that engine and watchdog, which do the same, find it taken; and whatever happens here, they
 * go on from the entries.
 */
export async function deliverAtOnce({ orgId, ports }: Context, noticeId: string): Promise<void> {
  const ctx: Context = { orgId, actor: { kind: 'system', id: 'api' }, roles: [], ports };
  for (let mails = 0; mails < MOST_MAILS; mails += 1) {
    const read = await loadCase(ctx, noticeId);
    const milestone = read.ok ? nextMilestone(read.value, ports.now()) : null;
    if (milestone?.kind !== 'deliver' || milestone.atMs > ports.now().getTime()) return;
    const reached = await reachMilestone({ ctx, input: { noticeId, milestone } });
    if (!reached.ok) return;
  }
}
