import { changedBy } from '../../domain/journal/entry';
import type { Folded } from '../../domain/journal/states';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Context } from '../ports/ports';

/** Refuses who decides on what has been decided otherwise since, and says what changed. */
export async function checkDecided(
  { orgId, ports }: Context,
  { id, decided }: Folded,
  expected: number | undefined,
): Promise<Result<null>> {
  if (expected === undefined || expected === decided) return done(null);
  const newer = await ports.journal.readSubject(orgId, { kind: 'notice', id }, expected);
  return refused({ code: 'revision.stale', current: decided, changed: newer.map(changedBy) });
}
