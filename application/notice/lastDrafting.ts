import type { Entry } from '../../domain/journal/entry';
import type { Context } from '../ports/ports';

/**
 * The newest entry above a revision that made the draft what it is: a saving, or a version, which empties it.
 * Null where there is none.
 */
export async function lastDrafting({ orgId, ports }: Context, noticeId: string, since: number): Promise<Entry | null> {
  const entries = await ports.journal.readSubject(orgId, { kind: 'notice', id: noticeId }, since);
  return entries.findLast(({ type }) => type === 'notice.drafted' || type === 'notice.version') ?? null;
}
