import type { Entry } from '../../domain/journal/entry';
import { decideRecord, type RecordParty } from '../../domain/party/decide';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import { mayRecordParty } from '../policies/party';
import type { Call } from '../ports/ports';
import { allParties } from './readParties';

export type WrittenParty = { id: string; seq: number; revision: number; created: boolean };

/** A counterpart of ours, and whose seal is believed to be theirs. */
export async function recordParty({
  ctx,
  input: { key, record },
}: Call<{ key: string; record: RecordParty }>): Promise<Result<WrittenParty>> {
  if (!mayRecordParty(ctx)) return refused({ code: 'actor.forbidden' });
  const request = plain(record);
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(writtenOf(repeat.value, false));
  const decided = decideRecord(record, await allParties(ctx));
  if (!decided.ok) return decided;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'party', id: ctx.ports.newId() },
    key,
    request,
    event: { type: decided.value.type, values: plain(decided.value.values) },
    standing: { kind: 'decision', revision: 1 },
  });
  return appended.ok ? done(writtenOf(appended.value.entry, appended.value.created)) : appended;
}

export const writtenOf = ({ subject, seq, revision }: Entry, created: boolean): WrittenParty => ({
  id: subject.id,
  seq,
  revision,
  created,
});
