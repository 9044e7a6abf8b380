import type { Recipient } from '../delivery/events';
import type { Outgoing } from '../delivery/outbox';
import { newestVersion, type Notice } from './fold';

/**
 * Calls that somebody still has to make, oldest first; of those to one person or contact the newest, which says most. One
 * ends when a call to that person or contact was logged since; calls to contacts end with any acknowledgement of the
 * newest version, calls to our own people once something has left. A withdrawn notice still has its withdrawal to tell.
 */
export function openCalls(notice: Notice): Outgoing[] {
  const { life, outbox, calls, delivery, dischargedAt } = notice;
  const withdrawal = newestVersion(notice)?.kind === 'withdrawal' ? newestVersion(notice)?.deliverableIds : [];
  return outbox.filter(({ id, channel, to, frozenAt }, index) => {
    if (channel !== 'phone') return false;
    if (life !== 'OPEN' && !(life === 'WITHDRAWN' && withdrawal?.includes(id))) return false;
    const isRenewed = outbox.slice(index + 1).some((later) => later.channel === 'phone' && isSame(later.to, to));
    if (isRenewed) return false;
    if (to.kind === 'person' ? dischargedAt !== null : delivery === 'ACKED') return false;
    return !calls.some(({ contactId, at }) => contactId === to.id && Date.parse(at) >= Date.parse(frozenAt));
  });
}

const isSame = (a: Recipient, b: Recipient): boolean => a.kind === b.kind && a.id === b.id;
