import { DAY_MS } from '../shared/instant';
import type { ControllerCase } from './case';

type Opened = Pick<ControllerCase, 'source'> & { opened: Pick<ControllerCase['opened'], 'exercise'> };

/**
 * Why the first version of a signed notice cannot be told to a case that is open already, in words; null where it can. It may be
 * of a breach that the processor told by another way, that somebody else told or that was found here: the earliest receipt binds.
 */
export function whyNotJoined({ source, opened: { exercise } }: Opened): string | null {
  if (exercise) return 'is a case of an exercise: a signed notice is told to none';
  return source === null ? null : 'is the case of another signed notice';
}

/** Days within which a notice and its signed envelope come, as a rule: older cases are not asked about. */
const NEAR_DAYS = 30;

/** Whether a person who brings a signed notice is asked about this case: it was opened by hand, not long ago, and is open. */
export const mayBeSame = (one: ControllerCase, now: Date): boolean =>
  whyNotJoined(one) === null &&
  one.closed === null &&
  now.getTime() - Date.parse(one.opened.receivedAt) <= NEAR_DAYS * DAY_MS;
