import { DAY_MS } from '../shared/instant';
import type { ControllerCase } from './case';

type Opened = Pick<ControllerCase, 'source'> & { opened: Pick<ControllerCase['opened'], 'origin' | 'exercise'> };

/**
 * Why the first version of a signed notice cannot be told to a case that is open already, in words; null where it can. Only
 * what a processor told us by another way can be the same notice.
 */
export function whyNotJoined({ source, opened: { origin, exercise } }: Opened): string | null {
  if (origin !== 'processor') return 'is no case that a processor told us of';
  if (exercise) return 'is a case of an exercise: a signed notice is told to none';
  return source === null ? null : 'is the case of another signed notice';
}

/** Days within which a notice and its signed envelope come, as a rule: older cases are not asked about. */
const NEAR_DAYS = 30;

/** Whether a person who brings a signed notice is asked about this case: it was told by hand, not long ago, and is open. */
export const mayBeSame = (one: ControllerCase, now: Date): boolean =>
  whyNotJoined(one) === null &&
  one.closed === null &&
  now.getTime() - Date.parse(one.opened.receivedAt) <= NEAR_DAYS * DAY_MS;
