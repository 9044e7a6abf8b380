import { ApplicationFailure } from '@temporalio/activity';
import { ENGINE } from '../application/policies/asker';
import type { Context, Ports } from '../application/ports/ports';
import type { Result } from '../domain/shared/errors';

/** The engine: who acts when time alone has made something due. */
export const engineOf =
  (ports: Ports) =>
  (orgId: string): Context => ({ orgId, actor: ENGINE, roles: [], ports });

/** Failures name a code of the domain and nothing else: they lie in clear in the history. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw ApplicationFailure.retryable(result.error.code, result.error.code);
}
