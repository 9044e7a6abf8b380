import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import type { FullCase } from './readCase';

/** To whom something of this notice may leave: of an exercise, only to contacts that opted in to be tested (invariant 12). */
export const recipientsOf = ({ notice, agreement }: FullCase): NoticeContact[] =>
  contactsOf(agreement).filter(({ acceptsExercises }) => acceptsExercises || !notice.opened.exercise);

/** By which channel a version goes to a contact: mail where there is an address, else a call; null where neither is known. */
export function wayOf({
  channels,
  email,
  phone,
}: NoticeContact): { channel: 'email' | 'phone'; address: string } | null {
  if (channels.includes('email') && email !== null) return { channel: 'email', address: email };
  return phone === null ? null : { channel: 'phone', address: phone };
}
