import { isFirstName, isFirstPerson } from '../../application/organisation/firstNames';
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
