import type { Outgoing } from '../delivery/outbox';
import { exchangedOf } from '../exchange/exchanged';
import type { ExchangeWhy } from '../exchange/why';
import type { KeptFile } from './kept';

/** Whether the other side has a document. `at`: when that was known here; `statedAt`: when another installation says that it took it. */
export type FileHanding = {
  state: 'waiting' | 'taken' | 'refused';
  at: string | null;
  statedAt: string | null;
  /** Why its installation does not take it; null also where it is of this one. */
  why: ExchangeWhy | null;
};

/** Of what goes to another installation; null for what does not. */
export function fileExchanged(outbox: readonly Outgoing[], { exchangeId }: KeptFile): FileHanding | null {
  const found = exchangedOf(outbox, exchangeId);
  return found && { state: found.state, at: found.takenAt, statedAt: found.receivedAt, why: found.why };
}
