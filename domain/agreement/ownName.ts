import { firmKey } from '../party/firmKey';
import type { AnyAnnex1 } from './annex1';

/**
 * Whether an annex names the organisation that keeps it, as processor or as controller. Notices leave under the name of the
 * contract's processor: another name is allowed (a brand, a firm of the same group) and pointed out.
 */
export const namesOrganisation = (
  { processor, controller }: Pick<AnyAnnex1, 'processor' | 'controller'>,
  name: string,
) => [processor.name, controller.name].some((party) => firmKey(party) === firmKey(name));
