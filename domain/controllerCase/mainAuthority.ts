import { type Authority, authorityOn } from '../authority/authorities';
import type { ControllerCase } from './case';

const FRANCE = 'cnil';

/** The authority that was told first, else the one of France, as it is on the day of `now`. */
export function mainAuthority({ authorities }: Pick<ControllerCase, 'authorities'>, now: Date): Authority {
  const day = now.toISOString().slice(0, 10);
  const found = authorityOn(authorities[0]?.authorityId ?? FRANCE, day) ?? authorityOn(FRANCE, day);
  if (found === undefined) throw new RangeError('there is no authority on this day');
  return found;
}
