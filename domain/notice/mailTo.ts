import type { Outgoing } from '../delivery/outbox';
import type { Notice, VersionState } from './fold';

/** The mail by which a version goes to one contact; undefined where it goes to that contact by no mail. */
export const mailTo = (
  { outbox }: Pick<Notice, 'outbox'>,
  { deliverableIds }: Pick<VersionState, 'deliverableIds'>,
  contactId: string,
): Outgoing | undefined =>
  outbox.find(
    ({ id, to, channel }) =>
      deliverableIds.includes(id) && to.kind === 'contact' && to.id === contactId && channel === 'email',
  );
