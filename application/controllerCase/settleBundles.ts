import type { ControllerCase } from '../../domain/controllerCase/case';
import { bundlesOf } from '../../domain/controllerCase/together';
import { done, refused, type Result } from '../../domain/shared/errors';
import { allSubjects, pagesOfSubjects } from '../entries/allSubjects';
import { isSystem } from '../policies/asker';
import type { Call, Context } from '../ports/ports';
import { fileOthers, unwrittenOf } from './fileTogether';

/** Cases that are over and were opened last: more than are opened and end between two sweeps. */
const NEWEST_ENDED = 200;

/**
 * Finishes what one notification for several cases (rule E8) left unwritten, where this case was the first of them: the relay
 * by its entry and its sweep, the watchdog in its rounds; whoever comes second finds it done. It may be closed meanwhile.
 *
 * @returns how many files were written, and how many are left
 */
export async function settleCase({
  ctx,
  input,
}: Call<{ caseId: string; graceMs?: number }>): Promise<Result<{ written: number; left: number }>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', input.caseId);
  if (one === null || bundlesOf(one).length === 0) return done({ written: 0, left: 0 });
  const before = await unwrittenOf(ctx, one);
  const left = await fileOthers({ ctx, input });
  return left.ok ? done({ written: before.length - left.value.length, left: left.value.length }) : left;
}

/** `open`: cases that were open then. `unfinished`: those that were over, and first of something that was not written everywhere. */
type Swept = { open: ReadonlySet<string>; unfinished: ReadonlySet<string> };

/**
 * Makes the sweep of a process over all cases of an organisation, open or over, however many: the first looks through all
 * of them, each later one at what is open, what has ended since, and what was left. One that cannot be read holds up no other.
 *
 * @returns a sweep, which answers how many files were written
 */
export function createBundleSweep(): (given: Pick<Call<null>, 'ctx'> & { graceMs?: number }) => Promise<number> {
  const swept = new Map<string, Swept>();
  return async ({ ctx, graceMs = 0 }) => {
    const { orgId, ports } = ctx;
    const open = await allSubjects(ports.projections, orgId, 'controllerCase', { open: true });
    const openIds = new Set(open.map(({ id }) => id));
    const unfinished = new Set<string>();
    let written = 0;
    const settle = async (cases: readonly ControllerCase[]): Promise<void> => {
      for (const { id } of cases.filter((one) => bundlesOf(one).length > 0)) {
        const settled = await settleCase({ ctx, input: { caseId: id, graceMs } }).catch(() => null);
        if (settled?.ok === true) written += settled.value.written;
        if ((settled?.ok !== true || settled.value.left > 0) && !openIds.has(id)) unfinished.add(id);
      }
    };
    await settle(open);
    for await (const ended of endedSince(ctx, swept.get(orgId), openIds)) await settle(ended);
    swept.set(orgId, { open: openIds, unfinished });
    return written;
  };
}

/** Cases that are over, in pages: all where nothing was swept before. */
async function* endedSince(
  { orgId, ports }: Context,
  before: Swept | undefined,
  open: ReadonlySet<string>,
): AsyncGenerator<readonly ControllerCase[]> {
  if (before === undefined) {
    yield* pagesOfSubjects(ports.projections, orgId, 'controllerCase', { open: false });
    return;
  }
  const newest = await ports.projections.list(orgId, 'controllerCase', { open: false, limit: NEWEST_ENDED });
  yield newest;
  const seen = new Set(newest.map(({ id }) => id));
  const gone = [...before.open, ...before.unfinished].filter((id) => !open.has(id) && !seen.has(id));
  if (gone.length > 0) yield ports.projections.readAll(orgId, 'controllerCase', [...new Set(gone)]);
}
