import type { Agreement } from '../../domain/agreement/fold';
import { versionGoverning } from '../../domain/agreement/versions';
import { localDate } from '../../domain/deadline/calendarDate';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import type { Entry } from '../../domain/journal/entry';
import { decideRecord, type RecordTransfer } from '../../domain/transfer/decide';
import { unagreedBy } from '../../domain/transfer/agreed';
import type { Unagreed } from '../../domain/transfer/events';
import { appendEvent } from '../entries/appendEvent';
import { firmsOf } from '../incident/firmsOf';
import { mayRecordTransfer } from '../policies/transfer';
import type { Call } from '../ports/ports';

/** `ref` is `TRF-…`, numbered by its first entry. */
export type WrittenTransfer = { id: string; ref: string; seq: number; revision: number; created: boolean };

/**
 * A legal compulsion to disclose or transfer, a change of the instrument of a transfer, or a transfer outside, which is
 * judged by the contract that was in force (duty S3-17).
 */
export async function recordTransfer({
  ctx,
  input: { key, transfer },
}: Call<{ key: string; transfer: RecordTransfer }>): Promise<Result<WrittenTransfer>> {
  if (!mayRecordTransfer(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const request = plain(transfer);
  const repeat = await ports.journal.recall(orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(firstWritten(repeat.value, false));

  const ids = transfer.touched.map(({ agreementId }) => agreementId);
  const agreements = await ports.projections.readAll(orgId, 'agreement', [...new Set(ids)]);
  const { controllers } = await firmsOf(ctx);
  const unagreed = transfer.cause === 'outside' ? unagreedOf(transfer, agreements[0]) : null;
  const known = { agreementIds: new Set(agreements.map(({ id }) => id)), controllers, unagreed, now: ports.now() };
  const decided = decideRecord(transfer, known);
  if (!decided.ok) return decided;
  const { type, values } = decided.value;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'transfer', id: ports.newId() },
    key,
    request,
    event: { type, values: plain(values) },
    standing: { kind: 'decision', revision: 1 },
    at: transfer.knownAt,
  });
  return appended.ok ? done(firstWritten(appended.value.entry, appended.value.created)) : appended;
}

/** As the contract says that was in force when it began. */
function unagreedOf(
  { countries, authorisation, knownAt }: RecordTransfer,
  agreement: Agreement | undefined,
): Unagreed | null {
  if (agreement === undefined) return null; // refused: there is no such agreement
  const { document, timeZone } = versionGoverning(agreement, knownAt);
  const day = localDate(knownAt, timeZone);
  return unagreedBy(document, { countries, authorisedOn: authorisation?.on ?? null, day });
}

function firstWritten({ subject, seq, revision, recordedAt }: Entry, created: boolean): WrittenTransfer {
  return { id: subject.id, ref: `TRF-${recordedAt.slice(0, 4)}-${seq}`, seq, revision, created };
}
