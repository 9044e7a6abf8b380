import type { Incident } from '../../domain/incident/incident';
import { Role } from '../../domain/shared/roles';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';

/** Somebody of the house to telephone; `declarant`: who signalled it, told from the number or address of the report. */
export type Colleague = { name: string; phone: string; declarant?: true };

const ON_CALL: readonly Role[] = ['O', 'IM'];

/**
 * Whom the reader of a letter inside can call back: the declarant, where the number or address that the report gives
 * is a present member's own, then whoever is on call. Never the reader, and nobody without a telephone.
 *
 * @param about incident that was reported; null where nobody declared anything
 * @param reader id of the person who is written to; null for somebody who is no member
 */
export async function callBack(
  { orgId, ports }: Pick<Context, 'orgId' | 'ports'>,
  about: Pick<Incident, 'report'> | null,
  reader: string | null,
): Promise<Colleague[]> {
  const members = await ports.people.withRoles(orgId, Role.options);
  const isDeclarant = ({ phone, email }: Person): boolean =>
    about !== null &&
    (isSame(digitsOf(phone), digitsOf(about.report.declarantPhone)) || isSame(email, about.report.declarantEmail));
  const declarant = members.find(isDeclarant);
  const onCall = members.filter(
    ({ id, roles }) => id !== declarant?.id && roles.some((role) => ON_CALL.includes(role)),
  );
  return [...(declarant === undefined ? [] : [declarant]), ...onCall].flatMap(({ id, name, phone }) => {
    if (phone === null || id === reader) return [];
    return [{ name, phone, ...(id === declarant?.id && { declarant: true as const }) }];
  });
}

const digitsOf = (phone: string | null): string | null => phone?.replaceAll(/[^\d+]/g, '') ?? null;

const isSame = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== '' && one.toLowerCase() === other.toLowerCase();
