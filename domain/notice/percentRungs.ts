import type { Role } from '../shared/roles';
import type { Ladder } from './events';
import type { Rung } from './ladders';

/** Steps at a share of the time between two instants (domain rules 7.7). */
export function percentRungs(
  ladder: Ladder,
  version: number,
  fromMs: number,
  dueMs: number,
  steps: readonly { percent: number; roles: Role[] }[],
): Rung[] {
  return steps.map(({ percent, roles }) => ({
    ladder,
    version,
    step: percent,
    roles,
    atMs: fromMs + (dueMs - fromMs) * (percent / 100),
  }));
}
