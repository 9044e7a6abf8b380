import { type Entry, REQUEST, withoutValues } from '../../domain/journal/entry';
import { mayReadCounsel } from '../policies/journal';
import type { Context } from '../ports/ports';

/**
 * Counsel's notes, and what corrects them, lose their text for whoever may not read them; that they exist stays
 * visible, as `seq` has no gaps.
 */
export async function withholdCounsel(ctx: Context, entries: Entry[]): Promise<Entry[]> {
  if (mayReadCounsel(ctx)) return entries;
  return Promise.all(entries.map((entry) => withheld(ctx, entry)));
}

async function withheld(ctx: Context, entry: Entry): Promise<Entry> {
  if (isOfCounsel(entry)) return withoutValues(entry, ['text', REQUEST]);
  return (await correctsCounsel(ctx, entry)) ? withoutValues(entry, ['corrections', 'reason', REQUEST]) : entry;
}

const isOfCounsel = ({ fields }: Entry): boolean => fields['class']?.value === 'counsel';

/** A correction may itself be corrected; each points at an older entry, so the walk ends. */
async function correctsCounsel({ orgId, ports }: Context, entry: Entry): Promise<boolean> {
  let corrected: Entry | undefined = entry;
  while (corrected?.type === 'entry.corrected') {
    const target: unknown = corrected.fields['target']?.value;
    if (typeof target !== 'number') return false;
    [corrected] = await ports.journal.readWindow(orgId, target - 1, 1);
  }
  return corrected !== undefined && corrected !== entry && isOfCounsel(corrected);
}
