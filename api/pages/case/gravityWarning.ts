import { madeUpIn } from '../../../application/organisation/firstNames';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { gravityDiffers } from '../../../domain/controllerCase/gravityDiffers';
import type { Said } from '../../../templates/pages/words/word';

/** Before anything is copied or filed: the gravity that the authority would read contradicts the decision; null where it does not. */
export const gravityWarning = ({ one }: { one: Pick<ControllerCase, 'decisions' | 'record'> }): Said | null =>
  gravityDiffers(one) === null ? null : { key: 'sheet.gravityDiffers' };

/** What speaks against handing in what is shown: names made up by a first start, a gravity that contradicts the decision. */
export const readWarnings = (one: ControllerCase): Said[] => [
  ...madeUpIn(namesIn(one)).map((which): Said => ({ key: `madeUp.${which}` })),
  ...[gravityWarning({ one })].filter((warned) => warned !== null),
];

/** Whose names the authority would read. */
const namesIn = ({ record: { organisationName, dpo, contactPerson } }: ControllerCase) => ({
  sender: organisationName ?? '',
  people: [
    ...(dpo ? [dpo] : []),
    ...(contactPerson
      ? [{ name: `${contactPerson.firstName} ${contactPerson.lastName}`, email: contactPerson.email }]
      : []),
  ],
});
