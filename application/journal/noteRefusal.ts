import type { RefusalReason } from '../../domain/journal/events';
import { done, refused, type Result } from '../../domain/shared/errors';
import { appendEvent } from '../entries/appendEvent';
import { raiseAlarm } from '../organisation/raiseAlarm';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { signingOf } from './readSigning';

export type NoteRefusal = { reason: RefusalReason; marked: number; found: number };

/**
 * Writes down that the signer stopped, and tells management and the DPO. Once for each contradiction: the journal grows
 * while nobody decides, and a restarted signer meets the same one with another reason.
 *
 * @returns the entry that says so, and the one by which two persons accepted it (null while they have not)
 */
export async function noteRefusal({
  ctx,
  input,
}: Call<NoteRefusal>): Promise<
  Result<{ seq: number; found: number; reason: RefusalReason; acceptedBy: number | null }>
> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId } = ctx;
  const { reason, marked, found } = input;
  const isDamage = reason === 'entryDamaged';
  const known = (await signingOf(ctx)).findLast((one) =>
    isDamage ? one.reason === reason && one.found === found : one.reason !== 'entryDamaged' && one.marked === marked,
  );
  if (known !== undefined)
    return done({ seq: known.seq, found: known.found, reason: known.reason, acceptedBy: known.acceptedBy });
  const what = isDamage ? `damaged/${found}` : `marked/${marked}`;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'organisation', id: orgId },
    key: `journal.refused/${what}`,
    request: what,
    event: { type: 'journal.refused', values: input },
    standing: { kind: 'addition', revision: 1 },
  });
  if (!appended.ok) return appended;
  const { seq } = appended.value.entry;
  const raised = await raiseAlarm({ ctx, input: { aboutSeq: seq, cause: 'signingRefused' } });
  return raised.ok ? done({ seq, found, reason, acceptedBy: null }) : raised;
}
