import type { Entry, Subject } from '../../domain/journal/entry';
import { matches } from '../../domain/journal/matches';
import { digestOf, leafOf } from '../../domain/journal/seal';
import { done, refused, type Result } from '../../domain/shared/errors';
import { trace } from '../journal/trace';
import { withholdCounsel } from '../journal/withholdCounsel';
import { mayReadJournal } from '../policies/journal';
import type { EntryPage, EntryQuery } from '../ports/journal';
import type { Call, Context } from '../ports/ports';

/** `types`, `subjects`: what a reader narrows to; null: all. */
export type ListJournal = Omit<EntryQuery, 'limit' | 'type' | 'subject'> & {
  types: readonly string[] | null;
  subjects: readonly Subject[] | null;
  limit: number;
};

/** One call of the journal reads a bounded stretch; a page that finds little goes on this often, then offers to go on. */
const MOST_STRETCHES = 20;
const STRETCH = 200;

/** One page of the journal, newest first, narrowed to some types, and to some subjects, whose entries are one list. */
export async function listJournal({ ctx, input }: Call<ListJournal>): Promise<Result<EntryPage>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const { types, subjects, limit, ...query } = input;
  const { recordedUntil, below } = query;
  const asked = { subjects: subjects?.map(({ id }) => id).join(','), types: types?.join(','), recordedUntil, below };
  const named = Object.entries(asked).filter(([, value]) => value !== undefined);
  await trace(ctx, 'list', named.map(([name, value]) => `${name}=${value}`).join(' '));
  const isAsked = ({ type }: Entry) => types === null || types.includes(type);
  const read = subjects === null ? await ofAll(ctx, query, limit, isAsked) : await ofSubjects(ctx, subjects, query);
  const found = read.entries.filter(isAsked);
  const entries = found.slice(0, limit);
  const next = found.length > limit ? (entries.at(-1)?.seq ?? null) : read.next;
  return done({ entries: await withholdCounsel(ctx, entries), next });
}

type Bounds = Omit<EntryQuery, 'limit'>;

async function ofAll(ctx: Context, query: Bounds, limit: number, isAsked: (entry: Entry) => boolean) {
  const entries: Entry[] = [];
  let below = query.below ?? null;
  for (let stretches = 0; stretches < MOST_STRETCHES && entries.length <= limit; stretches += 1) {
    const page = await ctx.ports.journal.list(ctx.orgId, {
      ...query,
      ...(below !== null && { below }),
      limit: STRETCH,
    });
    entries.push(...page.entries.filter(isAsked));
    below = page.next;
    if (below === null) break;
  }
  return { entries, next: below };
}

async function ofSubjects(ctx: Context, subjects: readonly Subject[], query: Bounds): Promise<EntryPage> {
  const { below = Infinity, ...filter } = query;
  const all = await Promise.all(subjects.map((subject) => ctx.ports.journal.readSubject(ctx.orgId, subject, 0)));
  const found = all.flat().filter((entry) => entry.seq < below && matches(filter, entry));
  return { entries: found.toSorted((a, b) => b.seq - a.seq), next: null };
}

/** The first of these entries whose hashes do not follow from what it says; null when all do. */
export function firstAltered(entries: readonly Entry[]): number | null {
  const altered = entries.filter((entry) => digestOf(entry.fields) !== entry.digest || leafOf(entry) !== entry.leaf);
  return altered.length === 0 ? null : Math.min(...altered.map(({ seq }) => seq));
}
