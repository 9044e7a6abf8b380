import { RegimeId } from '../../../domain/regime/vocabulary';

/** The neighbouring regime that an address names; null where it names none that there is. */
export const regimeIn = ({ regime }: Readonly<Record<string, string>>): RegimeId | null =>
  RegimeId.safeParse(regime).data ?? null;

/** Whether an address names one that there is not: such a page does not exist. */
export const isNoRegime = (params: Readonly<Record<string, string>>): boolean =>
  params['regime'] !== undefined && regimeIn(params) === null;
