import { z } from 'zod';
import type { AnyAnnex1 } from '../agreement/annex1';
import type { NoticeContact } from '../agreement/contacts';
import type { Offers } from '../delivery/offers';

/** Channels of a contract that need more than an address or a voice. */
export const UnservedChannel = z.enum(['sms', 'webhook', 'post', 'other']);
export type UnservedChannel = z.infer<typeof UnservedChannel>;

/** A channel that the contract names for a contact, and that was not served. `contactId` is opaque (`c1`…). */
export const Unserved = z.strictObject({
  contactId: z.string(),
  channel: UnservedChannel,
  why: z.enum(['notOffered', 'byHand', 'noAddress', 'noSecret']).meta({
    description:
      '`notOffered`: this installation has no such channel; `byHand`: only a person can serve it, and no task is opened; `noAddress`: the contract names none; `noSecret`: none was made yet for this contact',
  }),
});
export type Unserved = z.infer<typeof Unserved>;

type Reached = Pick<NoticeContact, 'id' | 'channels' | 'phone' | 'webhookUrl'>;

/** Why a channel reaches this contact by nothing that leaves from here; null where it does. */
export function whyUnserved(contact: Reached, channel: UnservedChannel, offers: Offers): Unserved['why'] | null {
  switch (channel) {
    case 'sms':
      if (!offers.sms) return 'notOffered';
      return contact.phone === null ? 'noAddress' : null;
    case 'webhook':
      if (!offers.webhook) return 'notOffered';
      if (contact.webhookUrl === null) return 'noAddress';
      return offers.secrets.includes(contact.id) ? null : 'noSecret';
    case 'post':
    case 'other':
      return 'byHand';
  }
}

/** Every channel set for a contact that nothing here serves: said in the entry of each version, never passed over. */
export const unservedOf = (contact: Reached, offers: Offers): Unserved[] =>
  UnservedChannel.options
    .filter((channel) => contact.channels.includes(channel))
    .flatMap((channel) => {
      const why = whyUnserved(contact, channel, offers);
      return why === null ? [] : [{ contactId: contact.id, channel, why }];
    });

export type UnservedPlace = Pick<Unserved, 'channel' | 'why'> & { pointer: string };

/**
 * The same of a whole document, each with its place in it: whoever records a contract is told. For a contact that has no
 * id yet there is no secret yet.
 */
export const unservedPlaces = (
  { controller }: Pick<AnyAnnex1, 'controller'>,
  offers: Omit<Offers, 'secrets'>,
): UnservedPlace[] =>
  controller.noticeContacts.flatMap(({ channels, phone = null, webhookUrl = null }, index) =>
    unservedOf({ id: '', channels, phone, webhookUrl }, { ...offers, secrets: [] }).map(({ channel, why }) => ({
      pointer: `/controller/noticeContacts/${index}/channels/${channels.indexOf(channel)}`,
      channel,
      why,
    })),
  );
