import { type Entry, REQUEST, withoutValues } from '../../domain/journal/entry';

/** Counsel's notes lose their text for whoever may not read them; that they exist stays visible, as `seq` has no gaps. */
export function withholdCounsel(entry: Entry): Entry {
  return entry.fields['class']?.value === 'counsel' ? withoutValues(entry, ['text', REQUEST]) : entry;
}
