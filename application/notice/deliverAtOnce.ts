import { nextMilestone } from '../../domain/notice/nextMilestone';
import { done } from '../../domain/shared/errors';
import type { Context } from '../ports/ports';
import { reachFrom } from './reachMilestone';
import { type FullCase, loadCase } from './readCase';

/** More contacts than any agreement names. */
const MOST_MAILS = 50;

/**
 * Delivers what a person has just frozen without waiting for the engine. Only a short cut: each mail is claimed by an
 * attempt entry as always, so that engine and watchdog, which do the same, find it taken; and whatever happens here, they
 * go on from the entries.
 *
 * @param just the case with the entry just written, if the caller has it
 */
export async function deliverAtOnce(
  { orgId, ports }: Context,
  noticeId: string,
  just: FullCase | null = null,
): Promise<void> {
  const ctx: Context = { orgId, actor: { kind: 'system', id: 'api' }, roles: [], ports };
  let known = just;
  for (let mails = 0; mails < MOST_MAILS; mails += 1) {
    const read = known === null ? await loadCase(ctx, noticeId) : done(known);
    known = null;
    if (!read.ok) return;
    const milestone = nextMilestone(read.value, ports.now());
    if (milestone?.kind !== 'deliver' || milestone.atMs > ports.now().getTime()) return;
    const reached = await reachFrom(ctx, read.value, milestone);
    if (!reached.ok) return;
  }
}
