import type { Batch, Recipients } from '../../application/ports/recipients';

/** Who of a list is to be told now, at most so many batches. */
export async function dueNow(
  recipients: Recipients,
  [orgId, listId]: readonly [orgId: string, listId: string],
  now: Date,
  limit: number,
): Promise<Batch[]> {
  const numbers = await recipients.dueNumbers(orgId, listId, now);
  return recipients.due(orgId, listId, now, numbers.slice(0, limit));
}
