import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadJournal } from '../policies/journal';
import type { EntryPage, EntryQuery } from '../ports/journal';
import type { Call } from '../ports/ports';
import { trace } from './trace';
import { withholdCounsel } from './withholdCounsel';

/** One page of the journal, newest first. `recordedUntil` alone reads what was known by then. */
export async function listEntries({ ctx, input }: Call<EntryQuery>): Promise<Result<EntryPage>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const { subject, type, actor, recordedFrom, recordedUntil, below } = input;
  const asked = { subject: subject?.id, type, actor: actor?.id, recordedFrom, recordedUntil, below };
  const named = Object.entries(asked).filter(([, value]) => value !== undefined);
  await trace(ctx, 'list', named.map(([name, value]) => `${name}=${value}`).join(' '));
  const page = await ctx.ports.journal.list(ctx.orgId, input);
  return done({ ...page, entries: await withholdCounsel(ctx, page.entries) });
}
