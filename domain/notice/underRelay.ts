import { firstAcceptedAt, isAccepted, isCaught, tellsItself } from '../delivery/outbox';
import { newestVersion, type Notice } from './fold';

/**
 * A notice as it stands once a mail relay is set: what the catching server kept told nobody and discharges nothing
 * (architecture section 3b, invariant 13). Nor does it leave by itself: its page said that it would stay. Somebody sends
 * the newest version once more, contact by contact, or writes another.
 */
export function underRelay(notice: Notice): Notice {
  const newest = newestVersion(notice)?.deliverableIds ?? [];
  const versioned = notice.versions.flatMap(({ deliverableIds }) => deliverableIds);
  const toContacts = notice.outbox.filter((one) => tellsItself(one) && versioned.includes(one.id));
  return {
    ...notice,
    dischargedAt: firstAcceptedAt(toContacts),
    outbox: notice.outbox.map((outgoing) =>
      notice.life === 'OPEN' && newest.includes(outgoing.id) && !isAccepted(outgoing) && isCaught(outgoing)
        ? { ...outgoing, toldNobody: true }
        : outgoing,
    ),
  };
}
