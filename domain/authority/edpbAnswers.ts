import type { Counted } from './recordParts';
import type { YesNo } from './vocabulary';

/** The template's "tbd": to be determined. Only an incomplete notification may say so. */
export const TBD = { tbd: true } as const;
export type Answer<T> = { value: T } | typeof TBD;

export const isThere = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

export const valueOf = <T>(value: T | null | undefined): Answer<T> => (isThere(value) ? { value } : TBD);

/** A list that says something, and does not say "not known at this stage". */
export function listOf<T extends string>(list: readonly T[] | null | undefined, later?: T): Answer<T[]> {
  if (!isThere(list) || list.length === 0 || (later !== undefined && list.includes(later))) return TBD;
  return { value: [...list] };
}

export const countOf = (said: Counted | null | undefined): Answer<Counted> =>
  isThere(said) && said.amount !== 'unknown' ? { value: said } : TBD;

export const yesNoOf = (said: YesNo | null | undefined): Answer<'yes' | 'no'> =>
  isThere(said) && said !== 'unknown' ? { value: said } : TBD;
