import { done, refused, type Result } from '../shared/errors';
import { Instant } from '../shared/instant';
import { notAhead, outOfOrder } from './chronology';

/** Of a command that records an act in the world: it may be keyed in afterwards, with both times (feature F35). */
export const happened = {
  at: Instant.optional().meta({
    description:
      'when it happened, if not now: not to come, not before what it follows; beside when it was written down',
  }),
};

/** What it cannot have come before, as it is named there: the first alert, the awareness, what it answers. */
export type Floor = { pointer: string; at: string };

/**
 * When something happened that is keyed in afterwards, UTC; undefined: now. Never to come, never before its floor. A clock a
 * little ahead of ours said now.
 */
export function happenedAt(said: string | undefined, floor: Floor, now: Date): Result<string | undefined> {
  if (said === undefined) return done(undefined);
  const at = notAhead(said, now);
  const issues = outOfOrder(
    [
      { ...floor, recorded: true },
      { pointer: '/at', at },
    ],
    now,
  );
  return issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done(at);
}

/** What is decided on: the command without its hour, which stands with the entry and is no value of it. */
export function withoutHour<C extends object>(command: C): C {
  const { at: _at, ...rest } = command as C & { at?: string };
  return rest as C;
}
