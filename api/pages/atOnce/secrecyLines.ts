import { everyOpenTransfer } from '../../../application/transfer/readTransfers';
import { mayRecordTransfer } from '../../../application/policies/transfer';
import { isSecret } from '../../../domain/transfer/fold';
import type { NoteLine } from '../../../templates/pages/now';
import type { Inside } from '../frame';

/** On the page of what is to be done: each secrecy of which it was asked whether it still holds, until somebody says so. */
export async function secrecyLines({ ctx }: Inside): Promise<NoteLine[]> {
  if (!mayRecordTransfer(ctx)) return [];
  const now = ctx.ports.now();
  const asked = (await everyOpenTransfer(ctx)).filter((one) => one.secrecy?.askedAt != null && isSecret(one, now));
  return asked.map(({ id, reference }) => ({
    what: { key: 'atOnce.weigh', values: { reference } },
    href: `/transfers/${id}/prolong`,
    act: { key: 'atOnce.weighOpen' },
  }));
}
