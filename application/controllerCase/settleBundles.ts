import { bundlesOf } from '../../domain/controllerCase/together';
import { done, refused, type Result } from '../../domain/shared/errors';
import { allSubjects } from '../entries/allSubjects';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { fileOthers, unwrittenOf } from './fileTogether';

/** Cases that are over, looked at for what they were filed first with: more than end between a filing and the next look. */
const MOST_ENDED = 200;

/**
 * Finishes what one notification for several cases (rule E8) left unwritten, where this case was the first of them: the relay
 * by its entry and its sweep, the watchdog in its rounds; whoever comes second finds it done. It may be closed meanwhile.
 *
 * @returns how many files were written
 */
export async function settleCase({ ctx, input }: Call<{ caseId: string; graceMs?: number }>): Promise<Result<number>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', input.caseId);
  if (one === null || bundlesOf(one).length === 0) return done(0);
  const before = await unwrittenOf(ctx, one);
  const left = await fileOthers({ ctx, input });
  return left.ok ? done(before.length - left.value.length) : left;
}

/** Of all cases of an organisation, the open ones and those that ended last. One that cannot be read holds up no other. */
export async function settleBundles({
  ctx,
  graceMs = 0,
}: Pick<Call<null>, 'ctx'> & { graceMs?: number }): Promise<number> {
  const { orgId, ports } = ctx;
  const open = await allSubjects(ports.projections, orgId, 'controllerCase', { open: true });
  const ended = await ports.projections.list(orgId, 'controllerCase', { open: false, limit: MOST_ENDED });
  let written = 0;
  for (const one of [...open, ...ended]) {
    if (bundlesOf(one).length === 0) continue;
    const settled = await settleCase({ ctx, input: { caseId: one.id, graceMs } }).catch(() => null);
    written += settled?.ok === true ? settled.value : 0;
  }
  return written;
}
