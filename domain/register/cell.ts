import type { Reading, Value } from '../authority/formField';

/** One cell of a register, in no language yet. No value: not determined, which is an answer and is written as one. */
export type Cell = readonly Value[] | 'notApplicable' | 'missing';

/** What a row of this kind cannot say, e.g. what an authority was told by whoever is a processor. */
export const NOT_APPLICABLE = 'notApplicable' as const;

/** What a document should say and does not: somebody has to fill it in. */
export const MISSING = 'missing' as const;

export const said = (reading: Reading): readonly Value[] => reading?.values ?? [];

/** Lines of a list; of none at all, it is not determined. */
export const lines = (rows: readonly (readonly Reading[])[]): readonly Value[] =>
  rows.map((row) => ({ as: 'row', values: row.flatMap(said) }));

/** Each term once, in the order in which it was said first. */
export const once = <T>(lists: readonly (readonly T[] | null | undefined)[]): T[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];
