import { z } from 'zod';
import type { AnyAnnex1 } from '../agreement/annex1';
import type { NoticeContact } from '../agreement/contacts';

/** Channels of a contract by which nothing leaves from here. */
export const UnservedChannel = z.enum(['sms', 'webhook', 'post', 'other']);

/** A channel that the contract names for a contact, and that was not served. `contactId` is opaque (`c1`…). */
export const Unserved = z.strictObject({
  contactId: z.string(),
  channel: UnservedChannel,
  why: z.enum(['notOffered', 'byHand']).meta({
    description:
      '`notOffered`: this installation has no such channel; `byHand`: only a person can serve it, and no task is opened',
  }),
});
export type Unserved = z.infer<typeof Unserved>;

const reasons: Record<Unserved['channel'], Unserved['why']> = {
  sms: 'notOffered',
  webhook: 'notOffered',
  post: 'byHand',
  other: 'byHand',
};

/** Every channel set for a contact that nothing here serves: said in the entry of each version, never passed over. */
export const unservedOf = ({ id, channels }: Pick<NoticeContact, 'id' | 'channels'>): Unserved[] =>
  UnservedChannel.options
    .filter((channel) => channels.includes(channel))
    .map((channel) => ({ contactId: id, channel, why: reasons[channel] }));

export type UnservedPlace = Pick<Unserved, 'channel' | 'why'> & { pointer: string };

/** The same of a whole document, each with its place in it: whoever records a contract is told. */
export const unservedPlaces = ({ controller }: Pick<AnyAnnex1, 'controller'>): UnservedPlace[] =>
  controller.noticeContacts.flatMap(({ channels }, index) =>
    unservedOf({ id: '', channels }).map(({ channel, why }) => ({
      pointer: `/controller/noticeContacts/${index}/channels/${channels.indexOf(channel)}`,
      channel,
      why,
    })),
  );
