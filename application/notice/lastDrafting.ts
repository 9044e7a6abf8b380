import { changedBy, type Entry } from '../../domain/journal/entry';
import type { Notice } from '../../domain/notice/fold';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Context } from '../ports/ports';

/**
 * The newest entry above a revision that made the draft what it is: a saving, or a version, which empties it.
 * Null where there is none.
 */
export async function lastDrafting({ orgId, ports }: Context, noticeId: string, since: number): Promise<Entry | null> {
  const entries = await ports.journal.readSubject(orgId, { kind: 'notice', id: noticeId }, since);
  return entries.findLast(({ type }) => type === 'notice.drafted' || type === 'notice.version') ?? null;
}

/**
 * On what somebody acts who was shown this notice: its newest decision or drafting, whichever came later. `last` is read
 * before the notice: a draft kept in between makes an act stale, and is never overlooked.
 */
export const shownRevision = ({ decided }: Pick<Notice, 'decided'>, last: Entry | null): number =>
  Math.max(decided, last?.revision ?? 0);

/** Refuses who writes over a draft, sends it, or draws up a version again, that was not there when it was shown. */
export async function notOverwritten(ctx: Context, noticeId: string, over: number): Promise<Result<null>> {
  const newer = await lastDrafting(ctx, noticeId, over);
  if (newer === null) return done(null);
  return refused({ code: 'revision.stale', current: newer.revision, changed: [changedBy(newer)] });
}
