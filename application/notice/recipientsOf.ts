import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import type { FullCase } from './readCase';

export type Recipient = NoticeContact;

/** To whom something of this notice may leave: of an exercise, only to contacts that opted in to be tested (invariant 12). */
export const recipientsOf = ({ notice, agreement }: FullCase): Recipient[] =>
  contactsOf(agreement).filter(({ acceptsExercises }) => acceptsExercises || !notice.opened.exercise);

export type Way = { channel: 'email' | 'phone'; address: string };

/**
 * By which ways anything of a version goes to a contact, all at once (domain rules section 7.3): mail where the contract
 * names it, a call where it names the telephone too, or where no mail can go and a number is known.
 */
export function waysTo({ channels, email, phone }: NoticeContact): Way[] {
  const mail: Way[] = channels.includes('email') && email !== null ? [{ channel: 'email', address: email }] : [];
  const isCalled = phone !== null && (channels.includes('phone') || mail.length === 0);
  return isCalled ? [...mail, { channel: 'phone', address: phone }] : mail;
}

export type To = { recipient: Recipient; way: Way };

/** All ways to all recipients: as many copies of a version leave. */
export const waysOf = (fullCase: FullCase): To[] =>
  recipientsOf(fullCase).flatMap((recipient) => waysTo(recipient).map((way) => ({ recipient, way })));
