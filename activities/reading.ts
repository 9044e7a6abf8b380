import { activityInfo, ApplicationFailure } from '@temporalio/activity';
import type { Context, Ports } from '../application/ports/ports';
import type { Result } from '../domain/shared/errors';

/** After this many tries an entry that was poked does not exist any more: the journal was restored from before it. */
const LOST_AFTER_TRIES = 20;

/** The engine: who acts when time alone has made something due. */
export const engineOf =
  (ports: Ports) =>
  (orgId: string): Context => ({ orgId, actor: { kind: 'system', id: 'engine' }, roles: [], ports });

/**
 * A reading that has not reached the poked entry is repeated, but not for ever.
 *
 * @returns whether the poke speaks of an entry that does not exist any more
 */
export function isPokeLost(readSeq: number, seq: number): boolean {
  if (readSeq >= seq) return false;
  if (activityInfo().attempt > LOST_AFTER_TRIES) return true;
  throw ApplicationFailure.retryable(`entry ${seq} is not yet readable`, 'entry.notYetReadable');
}

/** Failures name a code of the domain and nothing else: they lie in clear in the history. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw ApplicationFailure.retryable(result.error.code, result.error.code);
}
