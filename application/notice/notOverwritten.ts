import { changedBy } from '../../domain/journal/entry';
import type { Notice } from '../../domain/notice/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Context } from '../ports/ports';

/** Refuses who writes over a draft, sends it, or draws up a version again, that was not there when it was shown. */
export async function notOverwritten(
  { orgId, ports }: Context,
  { id, drafting, revision }: Notice,
  over: number,
): Promise<Result<null>> {
  // what was never written was never shown: it guards nothing
  if (drafting.revision <= over && over <= revision) return done(null);
  const entries = await ports.journal.readSubject(orgId, { kind: 'notice', id }, over);
  const made = entries.filter((entry) => entry.revision === drafting.revision);
  return refused({ code: 'revision.stale', current: drafting.revision, changed: made.map(changedBy) });
}
