import type { Agreement } from '../../domain/agreement/fold';
import { versionGoverning } from '../../domain/agreement/versions';
import { localDate } from '../../domain/deadline/calendarDate';
import { done, refused, type Result } from '../../domain/shared/errors';
import { decideRecord, type RecordTransfer } from '../../domain/transfer/decide';
import { unagreedBy } from '../../domain/transfer/agreed';
import type { Unagreed } from '../../domain/transfer/events';
import { recordMatter, type WrittenMatter } from '../atOnce/matterEntries';
import { clientsOf } from '../agreement/clientsOf';
import { mayRecordTransfer } from '../policies/transfer';
import type { Call, Context } from '../ports/ports';

/**
 * A legal compulsion to disclose or transfer, a change of the instrument of a transfer, or a transfer outside, which is
 * judged by the contract that was in force (duty S3-17).
 */
export async function recordTransfer({
  ctx,
  input: { key, transfer },
}: Call<{ key: string; transfer: RecordTransfer }>): Promise<Result<WrittenMatter>> {
  if (!mayRecordTransfer(ctx)) return refused({ code: 'actor.forbidden' });
  return recordMatter(ctx, {
    kind: 'transfer',
    key,
    asked: transfer,
    async decide() {
      const event = decideRecord(transfer, await knownOf(ctx, transfer));
      return event.ok ? done({ ...event.value, at: transfer.knownAt }) : event;
    },
  });
}

async function knownOf(ctx: Context, transfer: RecordTransfer) {
  const { orgId, ports } = ctx;
  const ids = transfer.touched.map(({ agreementId }) => agreementId);
  const agreements = await ports.projections.readAll(orgId, 'agreement', [...new Set(ids)]);
  const clients = [...(await clientsOf(ctx)).values()];
  const unagreed = transfer.cause === 'outside' ? unagreedOf(transfer, agreements[0]) : null;
  return { agreementIds: new Set(agreements.map(({ id }) => id)), clients, unagreed, now: ports.now() };
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
