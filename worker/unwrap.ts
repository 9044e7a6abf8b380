import type { Result } from '../domain/shared/errors';
import { SubjectUnreadable } from '../domain/shared/unreadable';

/** The domain refused what a machine asked: a fault in the data or the code, which trying again does not heal. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The value. @throws Refused with a code of the domain */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused(result.error.code);
}

/** Whether another try would end alike, so that somebody must be told and the rest must go on. */
export const isLasting = (error: unknown): boolean => error instanceof Refused || error instanceof SubjectUnreadable;

/** For what is passed over where it cannot be read: management is told of it when its entry is worked off. */
export function orNull(error: unknown): null {
  if (isLasting(error)) return null;
  throw error;
}
