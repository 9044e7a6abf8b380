import { z } from 'zod';
import type { NoticeContact } from '../agreement/contacts';

/** Channels of a contract by which nothing leaves from here. */
const UnservedChannel = z.enum(['sms', 'webhook', 'post', 'other']);

/** A channel that the contract names for a contact, and that was not served. `contactId` is opaque (`c1`…). */
export const Unserved = z.strictObject({
  contactId: z.string(),
  channel: UnservedChannel,
  why: z.enum(['notOffered', 'byHand']).meta({
    description: '`notOffered`: this installation has no such channel; `byHand`: only a person can serve it',
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
