import { authoritiesOn, authorityOn } from '../authority/authorities';
import type { Authority } from '../authority/authority';
import { localDate } from '../deadline/calendarDate';
import { done, refused, type Result } from '../shared/errors';
import type { ControllerCase } from './case';
import { mainEstablishmentOf, toTell } from './competence';
import { countryOf } from './place';

type Told = Pick<ControllerCase, 'authorities' | 'opened' | 'record' | 'ruledOut'>;

/**
 * The authority that comes first: one that is competent and not told yet, else the first competent one; where nobody knows
 * who is (rule G12), the first that was told, else that of the country where the case's clocks run. As it is on the day of
 * `now` in the case's zone.
 */
export function mainAuthority(one: Told, now: Date): Authority {
  const day = localDate(now.toISOString(), one.opened.zone);
  const toldIn = (country: string) =>
    one.authorities.map(({ authorityId }) => authorityOn(authorityId, day)).find((told) => told?.country === country);
  const of = (country: string) => toldIn(country) ?? authoritiesOn(day).find((listed) => listed.country === country);
  const competent = toTell(one);
  const first = competent.find(({ toldAt }) => toldAt === null) ?? competent[0];
  const [told] = one.authorities;
  const found =
    (first === undefined ? undefined : of(first.country)) ??
    (told === undefined ? undefined : authorityOn(told.authorityId, day)) ??
    of(countryOf(one.opened));
  if (found === undefined) throw new RangeError('there is no authority on this day');
  return found;
}

/**
 * The authority with which the persons are told they can complain (GDPR Art 77): that of the main establishment where it is
 * competent, whatever was filed; else the one that comes first.
 */
export function complaintAuthority(one: Told, now: Date): Authority {
  const main = mainEstablishmentOf(one);
  const country = toTell(one).find((competent) => competent.country === main)?.country;
  const listed = authoritiesOn(localDate(now.toISOString(), one.opened.zone)).find((each) => each.country === country);
  return listed ?? mainAuthority(one, now);
}

/**
 * The authority that is asked for by its id; none named: the one that comes first.
 *
 * @returns `input.invalid` at `/query/authorityId` for an id that is of none on this day
 */
export function authorityFor(one: Told, now: Date, authorityId?: string): Result<Authority> {
  if (authorityId === undefined) return done(mainAuthority(one, now));
  const found = authorityOn(authorityId, localDate(now.toISOString(), one.opened.zone));
  if (found !== undefined) return done(found);
  return refused({ code: 'input.invalid', issues: [{ pointer: '/query/authorityId', message: 'no such authority' }] });
}
