import type { ContactChannel } from './annex1Parties';
import type { AgreementVersion } from './fold';

/** Somebody of the controller's to whom a notice may go. `isDpo`: the controller's data protection officer (CDPO). */
export type NoticeContact = {
  id: string;
  order: number;
  name: string;
  role: 'dpo' | 'on-call' | 'security' | 'management' | 'legal' | 'other';
  email: string | null;
  phone: string | null;
  channels: readonly ContactChannel[];
  isDpo: boolean;
  /** Nothing of an exercise leaves but to who opted in (invariant 12). */
  acceptsExercises: boolean;
};

/**
 * The controller's contacts in the order of Annex 1 (`c1`, `c2`, …), then its data protection officer if the list leaves
 * that officer out. Empty once the document is erased.
 */
export function contactsOf({ document }: Pick<AgreementVersion, 'document'>): NoticeContact[] {
  if (document === null) return [];
  const { noticeContacts, dpo } = document.controller;
  const listed = noticeContacts.toSorted((a, b) => a.order - b.order);
  const isDpo = ({ email, phone }: { email?: string | undefined; phone?: string | undefined }) =>
    email?.toLowerCase() === dpo.email.toLowerCase() || (phone !== undefined && phone === dpo.phone);
  const contacts = listed.map((contact, index): NoticeContact => ({
    id: `c${index + 1}`,
    order: contact.order,
    name: contact.name,
    role: contact.role,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    channels: contact.channels,
    isDpo: isDpo(contact),
    acceptsExercises: contact.acceptsExercises === true,
  }));
  if (contacts.some((contact) => contact.isDpo)) return contacts;
  const last = listed.at(-1)?.order ?? 0;
  return [
    ...contacts,
    {
      id: `c${contacts.length + 1}`,
      order: last + 1,
      name: dpo.name,
      role: 'dpo',
      email: dpo.email,
      phone: dpo.phone ?? null,
      channels: ['email'], // the contract names no other; the number serves where the mail fails
      isDpo: true,
      acceptsExercises: false,
    },
  ];
}
