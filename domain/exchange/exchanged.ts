import { nextTryMs, type Outgoing } from '../delivery/outbox';
import type { ExchangeWhy } from './why';

/**
 * Where a message to the other installation stands. `receivedAt`: when that took it, as its receipt states; `takenAt`: when
 * the receipt was here, by our clock. What a peer states is shown as its own, and starts no clock of ours.
 */
export type Exchanged = {
  state: 'waiting' | 'taken' | 'refused';
  why: ExchangeWhy | null;
  receivedAt: string | null;
  takenAt: string | null;
  attempts: number;
};

/** Null where nothing went that way. */
export function exchangedOf(outbox: readonly Outgoing[], deliverableId: string | null): Exchanged | null {
  const outgoing = outbox.find(({ id }) => id === deliverableId);
  if (outgoing === undefined || outgoing.channel !== 'exchange') return null;
  const outcomes = outgoing.attempts.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
  const taken = outcomes.find(({ result }) => result === 'accepted');
  const attempts = outgoing.attempts.length;
  if (taken !== undefined)
    return { state: 'taken', why: null, receivedAt: taken.exchange?.receivedAt ?? null, takenAt: taken.at, attempts };
  const why = outcomes.at(-1)?.exchange?.why ?? null;
  return {
    state: nextTryMs(outgoing) === null ? 'refused' : 'waiting',
    why,
    receivedAt: null,
    takenAt: null,
    attempts,
  };
}

export const idOfExchange = (deliverables: readonly { id: string; channel: string }[]): string | null =>
  deliverables.find(({ channel }) => channel === 'exchange')?.id ?? null;
