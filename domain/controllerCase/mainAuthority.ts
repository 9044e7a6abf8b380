import { type Authority, authoritiesOn, authorityOn } from '../authority/authorities';
import type { ControllerCase } from './case';
import { countryOf } from './place';

/** The authority that was told first, else the one of the country where the case's clocks run, as it is on the day of `now`. */
export function mainAuthority({ authorities, opened }: ControllerCase, now: Date): Authority {
  const day = now.toISOString().slice(0, 10);
  const told = authorities[0] === undefined ? undefined : authorityOn(authorities[0].authorityId, day);
  const found = told ?? authoritiesOn(day).find(({ country }) => country === countryOf(opened));
  if (found === undefined) throw new RangeError('there is no authority on this day');
  return found;
}
