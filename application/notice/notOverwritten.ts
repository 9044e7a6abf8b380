import type { Notice } from '../../domain/notice/fold';
import { done, type Result } from '../../domain/shared/errors';
import { stale } from '../entries/changeSubject';
import type { Context } from '../ports/ports';

/** Refuses who writes over a draft, sends it, or draws up a version again, that was not there when it was shown. */
export async function notOverwritten(
  ctx: Context,
  { id, drafting, revision }: Notice,
  over: number,
): Promise<Result<null>> {
  // what was never written was never shown: it guards nothing
  if (drafting.revision <= over && over <= revision) return done(null);
  const isDraft = (entry: { revision: number }) => entry.revision === drafting.revision;
  return stale(ctx, { kind: 'notice', id }, drafting.revision, over, isDraft);
}
