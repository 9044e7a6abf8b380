import type { Entry } from '../../domain/journal/entry';
import { digestOf, leafOf } from '../../domain/journal/seal';
import { done, refused, type Result } from '../../domain/shared/errors';
import { trace } from '../journal/trace';
import { withholdCounsel } from '../journal/withholdCounsel';
import { mayReadJournal } from '../policies/journal';
import type { EntryPage, EntryQuery } from '../ports/journal';
import type { Call } from '../ports/ports';

/** Entry types that a reader may narrow to; null: all. */
export type ListJournal = Omit<EntryQuery, 'limit' | 'type'> & { types: readonly string[] | null; limit: number };

/** One call of the journal reads a bounded stretch; a page that finds little goes on this often, then offers to go on. */
const MOST_STRETCHES = 20;
const STRETCH = 200;

/** One page of the journal, newest first, narrowed to some types. */
export async function listJournal({ ctx, input }: Call<ListJournal>): Promise<Result<EntryPage>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const { types, limit, ...query } = input;
  const { subject, recordedUntil, below: from } = query;
  const asked = { subject: subject?.id, types: types?.join(','), recordedUntil, below: from };
  const named = Object.entries(asked).filter(([, value]) => value !== undefined);
  await trace(ctx, 'list', named.map(([name, value]) => `${name}=${value}`).join(' '));
  const found: Entry[] = [];
  let below = query.below ?? null;
  for (let stretches = 0; stretches < MOST_STRETCHES && found.length <= limit; stretches += 1) {
    const page = await ctx.ports.journal.list(ctx.orgId, {
      ...query,
      ...(below !== null && { below }),
      limit: STRETCH,
    });
    found.push(...page.entries.filter(({ type }) => types === null || types.includes(type)));
    below = page.next;
    if (below === null) break;
  }
  const entries = found.slice(0, limit);
  const next = found.length > limit ? (entries.at(-1)?.seq ?? null) : below;
  return done({ entries: await withholdCounsel(ctx, entries), next });
}

/** The first of these entries whose hashes do not follow from what it says; null when all do. */
export function firstAltered(entries: readonly Entry[]): number | null {
  const altered = entries.filter((entry) => digestOf(entry.fields) !== entry.digest || leafOf(entry) !== entry.leaf);
  return altered.length === 0 ? null : Math.min(...altered.map(({ seq }) => seq));
}
