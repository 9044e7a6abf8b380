import { valuesOf } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { maySignal } from '../policies/incident';
import type { Call } from '../ports/ports';

/** What was signalled under a key: its incident and its text (null once erased); null where nothing was. */
export async function findSignal({
  ctx,
  input,
}: Call<{ key: string }>): Promise<Result<{ incidentId: string; text: string | null } | null>> {
  if (!maySignal(ctx)) return refused({ code: 'actor.forbidden' });
  const entry = await ctx.ports.journal.byKey(ctx.orgId, input.key);
  if (entry === null || entry.type !== 'event.reported' || entry.actor.id !== ctx.actor.id) return done(null);
  const { text } = valuesOf(entry);
  return done({ incidentId: entry.subject.id, text: typeof text === 'string' ? text : null });
}
