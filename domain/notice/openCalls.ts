import type { Outgoing } from '../delivery/outbox';
import type { Notice } from './fold';

/**
 * Calls that somebody still has to make, oldest first. One ends when a call to that person or contact was logged since;
 * calls to contacts end with any acknowledgement of the newest version, calls to our own people once something has left.
 */
export function openCalls({ life, outbox, calls, delivery, dischargedAt }: Notice): Outgoing[] {
  if (life !== 'OPEN') return [];
  return outbox.filter(({ channel, to, frozenAt }) => {
    if (channel !== 'phone') return false;
    if (to.kind === 'person' ? dischargedAt !== null : delivery === 'ACKED') return false;
    return !calls.some(({ contactId, at }) => contactId === to.id && Date.parse(at) >= Date.parse(frozenAt));
  });
}
