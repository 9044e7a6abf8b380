import type { ControllerCase } from '../../../domain/controllerCase/case';
import { gravityDiffers } from '../../../domain/controllerCase/gravityDiffers';
import type { Said } from '../../../templates/pages/words/word';

/** Before anything is copied or filed: the gravity that the authority would read contradicts the decision; null where it does not. */
export const gravityWarning = ({ one }: { one: Pick<ControllerCase, 'decisions' | 'record'> }): Said | null =>
  gravityDiffers(one) === null ? null : { key: 'sheet.gravityDiffers' };
