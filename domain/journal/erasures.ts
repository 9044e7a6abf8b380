import { type Entry, withoutValues } from './entry';
import { erasureOf } from './events';

/**
 * Entries as they read once every erasure among them is done. An erasure is written before its value goes, and a
 * restored backup brings values back: readers go by the entry, never by what still lies in the database.
 */
export function afterErasures(entries: Entry[]): Entry[] {
  const gone = new Map<number, string[]>();
  for (const entry of entries) {
    const erasure = erasureOf(entry);
    if (erasure !== null) gone.set(erasure.target, [...(gone.get(erasure.target) ?? []), ...erasure.names]);
  }
  if (gone.size === 0) return entries;
  return entries.map((entry) => {
    const names = gone.get(entry.seq);
    return names === undefined ? entry : withoutValues(entry, names);
  });
}

/** A state folded before these entries holds a value that has gone: it must be folded again from the first entry. */
export const mustFoldAgain = (newer: readonly Entry[]): boolean => newer.some(({ type }) => type === 'field.erased');
