import type { Gravity } from '../risk/scales';
import { type ControllerCase, decisionOf } from './case';

const BELOW_HIGH: readonly Gravity[] = ['negligible', 'limited'];

/**
 * The gravity that the authority would read, where it is lower than the high risk that was decided (domain rules 4.2); null
 * where the two agree, or one of them is not said. A person says the gravity: it is never raised by itself.
 */
export function gravityDiffers(one: Pick<ControllerCase, 'decisions' | 'record'>): Gravity | null {
  const gravity = one.record.gravity ?? null;
  const isHigh = decisionOf(one)?.risk === 'high';
  return isHigh && gravity !== null && BELOW_HIGH.includes(gravity) ? gravity : null;
}
