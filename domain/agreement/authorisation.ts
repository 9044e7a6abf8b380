import { firmKey } from '../party/firmKey';
import type { AnyAnnex1 } from './annex1';

/** Whether a contract lets a firm process under us; each refusal says why (duty S3-16). */
export type Authorisation = 'authorised' | 'notListed' | 'notSpecific' | 'notPrior';

type Annexed = Pick<AnyAnnex1, 'subProcessors' | 'terms'>;

/** How it is listed by the annex, under whatever spelling of its name; undefined where it is not. */
export const listedAs = ({ subProcessors }: Pick<Annexed, 'subProcessors'>, name: string) =>
  subProcessors.find((one) => firmKey(one.name) === firmKey(name));

/**
 * A sub-processor is authorised by prior, written agreement, specific unless the terms take a general one (GDPR Art. 28(2),
 * reference contract Annex 1; duty S3-16).
 *
 * @param document annex in force at t0
 * @param day ISO date on which it processed; an authorisation without a date is taken as given with the annex
 */
export function authorisationOf(document: Annexed, name: string, day: string): Authorisation {
  const listed = listedAs(document, name);
  if (listed === undefined) return 'notListed';
  const { kind, date } = listed.authorisation;
  const asked = document.terms.subProcessors?.authorisation ?? 'specific';
  if (kind === 'none' || (kind === 'prior-written-general' && asked === 'specific')) return 'notSpecific';
  return date !== undefined && date > day ? 'notPrior' : 'authorised';
}

/** Of a chain of processors those that the contract does not let process, in its order. */
export const unauthorisedIn = (document: Annexed, chain: readonly string[], day: string): string[] =>
  chain.filter((name) => authorisationOf(document, name, day) !== 'authorised');
