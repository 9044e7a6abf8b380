import { outOfOrder } from '../incident/chronology';
import type { Issue } from '../shared/errors';

type Known = { knownAt: string | null; receivedAt: string };

/** Since when it was known before it was received: later than that, nothing would come of it, and it is no slip to pass over. */
export function knownIssues({ knownAt, receivedAt }: Known, now: Date): Issue[] {
  if (knownAt === null || Date.parse(knownAt) <= Date.parse(receivedAt)) {
    return outOfOrder([{ pointer: '/knownAt', at: knownAt }], now);
  }
  return [
    { pointer: '/knownAt', message: `is after receivedAt (${receivedAt}): leave it out, or give the earlier one` },
  ];
}
