import type { Entry, SubjectKind } from '../../domain/journal/entry';
import { foldSubject } from '../../domain/journal/folds';
import { matches } from '../../domain/journal/matches';
import type { State } from '../../domain/journal/states';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadJournal } from '../policies/journal';
import type { Call } from '../ports/ports';
import { trace } from './trace';
import { withholdCounsel } from './withholdCounsel';

/** `at`: a UTC instant; `entry`: the number of an entry of the subject, itself included. */
export type Until = { at: string } | { entry: number };
export type KnownAt<K extends SubjectKind> = { subject: { kind: K; id: string } } & Until;
/** `at`: the instant asked for, or when that entry was written. `entries`: of the subject until then, oldest first. */
export type Known<K extends SubjectKind> = { state: State<K>; entries: Entry[]; at: string };

/**
 * A subject as it was known at an instant, or once an entry of it was written: the fold of what was recorded by then. Host
 * clocks may step, so the first entry recorded later ends it, whatever stands behind.
 */
export async function readKnownAt<K extends SubjectKind>(call: Call<KnownAt<K>>): Promise<Result<Known<K>>> {
  const { ctx, input } = call;
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const until = 'at' in input ? `at=${input.at}` : `entry=${input.entry}`;
  await trace(ctx, 'knownAt', `${input.subject.kind}=${input.subject.id} ${until}`);
  const entries = await ctx.ports.journal.readSubject(ctx.orgId, input.subject, 0);
  const known = entries.slice(0, lengthUntil(entries, input));
  const state = foldSubject(input.subject.kind, known);
  if (state === null) return refused({ code: 'subject.unknown' });
  const at = 'at' in input ? input.at : (known.at(-1)?.recordedAt ?? '');
  return done({ state, entries: await withholdCounsel(ctx, known), at });
}

/** How many of the subject's entries were written by then; none where the entry named is not one of them. */
function lengthUntil(entries: readonly Entry[], until: Until): number {
  if ('entry' in until) return entries.findIndex(({ seq }) => seq === until.entry) + 1;
  const later = entries.findIndex((entry) => !matches({ recordedUntil: until.at }, entry));
  return later === -1 ? entries.length : later;
}
