import { newestSigned } from '../../../domain/agreement/versions';
import type { Incident } from '../../../domain/incident/incident';
import { type Inside, nameOf } from '../frame';
import { limitWords } from '../limitWords';
import type { Around } from './formKit';

const MOST_AGREEMENTS = 200;

/** What the forms of an incident are made from. */
export async function aroundOf({ ctx, names }: Pick<Inside, 'ctx' | 'names'>, incident: Incident): Promise<Around> {
  const { orgId, ports } = ctx;
  const [organisation, agreements] = await Promise.all([
    ports.projections.read(orgId, 'organisation', orgId),
    ports.projections.list(orgId, 'agreement', { limit: MOST_AGREEMENTS }),
  ]);
  const members = (organisation?.members ?? []).filter(({ until }) => until === null);
  return {
    incident,
    agreements: agreements.map((agreement) => ({
      value: agreement.id,
      label: newestSigned(agreement)?.document?.controller.name ?? agreement.reference,
      hint: agreement.reference,
    })),
    limits: new Map(
      agreements.flatMap((agreement) => {
        const version = newestSigned(agreement);
        return version === null ? [] : [[agreement.id, limitWords(version.terms)] as const];
      }),
    ),
    people: members.map(({ personId }) => ({ value: personId, label: nameOf(names, { id: personId }) })),
    zone: organisation?.timeZone ?? 'UTC',
  };
}
