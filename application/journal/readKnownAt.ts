import type { SubjectKind } from '../../domain/journal/entry';
import { foldSubject } from '../../domain/journal/folds';
import { matches } from '../../domain/journal/matches';
import type { State } from '../../domain/journal/states';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadJournal } from '../policies/journal';
import type { Call } from '../ports/ports';
import { trace } from './trace';

export type KnownAt<K extends SubjectKind> = { subject: { kind: K; id: string }; at: string };

/**
 * A subject as it was known at an instant (UTC): the fold of what was recorded by then. Host clocks may step, so the
 * first entry recorded later ends it, whatever stands behind.
 */
export async function readKnownAt<K extends SubjectKind>(call: Call<KnownAt<K>>): Promise<Result<State<K>>> {
  const { ctx, input } = call;
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  await trace(ctx, 'knownAt', `${input.subject.kind}=${input.subject.id} at=${input.at}`);
  const entries = await ctx.ports.journal.readSubject(ctx.orgId, input.subject, 0);
  const later = entries.findIndex((entry) => !matches({ recordedUntil: input.at }, entry));
  const state = foldSubject(input.subject.kind, later === -1 ? entries : entries.slice(0, later));
  return state === null ? refused({ code: 'subject.unknown' }) : done(state);
}
