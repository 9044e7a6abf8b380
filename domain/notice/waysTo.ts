import type { NoticeContact } from '../agreement/contacts';
import type { Channel } from '../delivery/events';
import type { Offers } from '../delivery/offers';
import { whyUnserved } from './unserved';

export type Way = { channel: Channel; address: string };

/**
 * By which ways anything of a version goes to a contact, all at once (domain rules section 7.3): mail, webhook and text
 * message where the contract names them and they are served; a call where it names the telephone too, or where nothing
 * else can go and a number is known.
 */
export function waysTo(contact: NoticeContact, offers: Offers): Way[] {
  const { channels, email, phone, webhookUrl } = contact;
  const isServed = (channel: 'sms' | 'webhook') =>
    channels.includes(channel) && whyUnserved(contact, channel, offers) === null;
  const written: Way[] = [
    ...(channels.includes('email') && email !== null ? [{ channel: 'email' as const, address: email }] : []),
    ...(isServed('webhook') && webhookUrl !== null ? [{ channel: 'webhook' as const, address: webhookUrl }] : []),
    ...(isServed('sms') && phone !== null ? [{ channel: 'sms' as const, address: phone }] : []),
  ];
  const isCalled = phone !== null && (channels.includes('phone') || written.length === 0);
  return isCalled ? [...written, { channel: 'phone', address: phone }] : written;
}
