import { hasAgreement } from '../../application/agreement/allAgreements';
import { hasCase } from '../../application/controllerCase/readCases';
import { isFirstName, isFirstPerson } from '../../application/organisation/firstNames';
import type { Now } from '../../application/overview/listNow';
import { mayRecordAgreement } from '../../application/policies/agreement';
import { mayManageMembers } from '../../application/policies/organisation';
import type { NoteLine } from '../../templates/pages/now';
import type { Inside } from './frame';

/** What the first start made up and nobody has replaced yet, for who may; each with the page on which it is done. */
export function setupLines({ ctx, organisation, names }: Inside): NoteLine[] {
  if (!mayManageMembers(ctx)) return [];
  const made = organisation.members.find(({ personId, until }) => {
    const name = names.get(personId);
    return until === null && name !== undefined && isFirstPerson(name);
  });
  return [
    ...(isFirstName(organisation.name)
      ? [
          {
            what: { key: 'now.setupName' as const, values: { name: organisation.name } },
            href: '/name',
            act: { key: 'now.setupNameGo' as const },
          },
        ]
      : []),
    ...(made === undefined
      ? []
      : [
          {
            what: { key: 'now.setupPerson' as const },
            href: `/members/${made.personId}`,
            act: { key: 'now.setupPersonGo' as const },
          },
        ]),
  ];
}

/**
 * Without a contract nobody can be told: where the first one is recorded, for who may. Whoever has a notice has one; whoever
 * has cases of its own and no contract is a controller, and needs none.
 */
export async function firstContract(
  { ctx }: Pick<Inside, 'ctx'>,
  { cases, ours }: Pick<Now, 'cases' | 'ours'>,
): Promise<NoteLine[]> {
  if (!mayRecordAgreement(ctx) || cases.length > 0) return [];
  if ([...ours.values()].some(({ opened }) => !opened.exercise)) return [];
  if ((await hasAgreement(ctx)) || (await hasCase(ctx))) return [];
  return [{ what: { key: 'now.noContract' }, href: '/agreements/new', act: { key: 'now.noContractGo' } }];
}
