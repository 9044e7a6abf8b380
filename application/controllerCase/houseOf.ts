import type { House } from '../../domain/controllerCase/house';
import { isFirstName, isFirstPerson } from '../organisation/firstNames';
import type { Context } from '../ports/ports';

/** Name, officer and identity of the organisation as they are today; names of the first start are nobody's. */
export async function houseOf({ orgId, ports }: Context): Promise<House> {
  const [organisation, officers] = await Promise.all([
    ports.projections.read(orgId, 'organisation', orgId),
    ports.people.withRoles(orgId, ['DPO']),
  ]);
  const name = organisation?.name ?? null;
  const officer = officers.find((one) => !isFirstPerson(one));
  return {
    name: name === null || isFirstName(name) ? null : name,
    identity: organisation?.identity ?? null,
    officer: officer ? { name: officer.name, email: officer.email, phone: officer.phone } : null,
  };
}
