import { REQUEST, type Subject } from '../../domain/journal/entry';
import { done, type Result } from '../../domain/shared/errors';
import { type Json } from '../../domain/shared/jcs';
import type { Call } from '../ports/ports';

/** What stands under a key: of which subject, and what was asked (null once erased). */
export type Own = { subject: Subject; request: Json };

/** What the asker has written under a key; null where nothing was, or by somebody else. */
export async function findOwn({ ctx, input }: Call<{ key: string }>): Promise<Result<Own | null>> {
  const entry = await ctx.ports.journal.byKey(ctx.orgId, input.key);
  if (entry === null || entry.actor.id !== ctx.actor.id) return done(null);
  const asked = entry.fields[REQUEST]?.value;
  return done({ subject: entry.subject, request: typeof asked === 'string' ? JSON.parse(asked) : null });
}
