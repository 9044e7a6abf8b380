import { AUTHORITIES } from '../../../domain/authority/authorities';
import type { Option } from '../../../templates/pages/parts/form';

/** An authority as people call it; its id where this version knows none of that id. */
export const authorityName = (id: string): string => AUTHORITIES.findLast((one) => one.id === id)?.name ?? id;

export const authorityOptions = (ids: readonly string[]): Option[] =>
  ids.map((id) => ({ value: id, label: authorityName(id) }));

/** Every authority that is known, each once. */
export const allAuthorities = (): Option[] => authorityOptions([...new Set(AUTHORITIES.map(({ id }) => id))]);
