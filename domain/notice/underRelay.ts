import { firstAcceptedAt, isAccepted, tellsItself } from '../delivery/outbox';
import { newestVersion, type Notice } from './fold';

/**
 * A notice as it stands once a mail relay is set: what the catching server kept told nobody and discharges nothing, and
 * the newest version has yet to leave (architecture section 3b, invariant 13). Older versions are not sent after it:
 * the newest says all that they said.
 */
export function underRelay(notice: Notice): Notice {
  const newest = newestVersion(notice)?.deliverableIds ?? [];
  const versioned = notice.versions.flatMap(({ deliverableIds }) => deliverableIds);
  const toContacts = notice.outbox.filter((one) => tellsItself(one) && versioned.includes(one.id));
  return {
    ...notice,
    dischargedAt: firstAcceptedAt(toContacts),
    outbox: notice.outbox.map((outgoing) =>
      notice.life === 'OPEN' && newest.includes(outgoing.id) && !isAccepted(outgoing)
        ? { ...outgoing, mustGoAgain: true }
        : outgoing,
    ),
  };
}
