import type { AnyAnnex1 } from '../agreement/annex1';
import { isEea } from '../party/country';
import type { Unagreed } from './events';

/** What a contract says of transfers; null once its document was erased. */
type Annexed = Pick<AnyAnnex1, 'transfersOutsideEU'> | null;

/**
 * Why a transfer is not covered by a prior, written agreement; null where it is (duty S3-17). Within the European Economic
 * Area nothing more is asked. Outside it the contract allows it, names the country if it names any, and says the safeguards
 * (an adequacy decision is one); or the controller authorised this transfer beforehand.
 *
 * @param countries where to, ISO 3166-1 alpha-2
 * @param day on which the transfer is judged, ISO date in the contract's zone; an authorisation of a later day is not prior
 */
export function unagreedBy(
  document: Annexed,
  { countries, authorisedOn, day }: { countries: readonly string[]; authorisedOn: string | null; day: string },
): Unagreed | null {
  const outside = countries.filter((country) => !isEea(country));
  if (outside.length === 0) return null;
  if (authorisedOn !== null) return authorisedOn <= day ? null : 'notPrior';
  if (document === null || !document.transfersOutsideEU.allowed) return 'notAllowed';
  const { countries: listed, safeguards } = document.transfersOutsideEU;
  if (listed !== undefined && outside.some((country) => !listed.includes(country))) return 'otherCountry';
  return safeguards === undefined ? 'noSafeguards' : null;
}
