import type { ContactChannel } from './annex1Parties';
import type { VersionRecorded } from './events';
import type { AgreementVersion } from './fold';

/** Somebody of the controller's to whom a notice may go. `isDpo`: the controller's data protection officer (CDPO). */
export type NoticeContact = {
  id: string;
  order: number;
  name: string;
  role: 'dpo' | 'on-call' | 'security' | 'management' | 'legal' | 'other';
  email: string | null;
  phone: string | null;
  webhookUrl: string | null;
  channels: readonly ContactChannel[];
  isDpo: boolean;
  /** Nothing of an exercise leaves but to who opted in (invariant 12). */
  acceptsExercises: boolean;
};

type Listed = Omit<NoticeContact, 'id'>;

/**
 * The controller's contacts in the order of Annex 1, then its data protection officer if the list leaves that officer out.
 * Empty once the document is erased.
 */
export function contactsOf({
  document,
  contactIds,
}: Pick<AgreementVersion, 'document' | 'contactIds'>): NoticeContact[] {
  return listedIn(document).flatMap((contact, index) => {
    const id = contactIds[index];
    return id === undefined ? [] : [{ id, ...contact }];
  });
}

/**
 * Ids of a version's contacts, as `contactsOf` lists them: who was in an earlier version keeps its id (same address, else
 * same name with the same number or role), and nobody gets the id of another: a number alone may have passed to a
 * successor. Links, answers and acknowledgements go by it.
 *
 * @param earlier versions before it that are or were in force, oldest first; they are asked for ids that its entry does not give
 */
export function contactIdsOf(
  { version, document, contactIds }: Pick<VersionRecorded, 'version' | 'document'> & Partial<VersionRecorded>,
  earlier: readonly Pick<AgreementVersion, 'document' | 'contactIds'>[],
): string[] {
  const listed = listedIn(document);
  const known = earlier.toReversed().flatMap(contactsOf);
  const ids: (string | undefined)[] = listed.map((_, index) => contactIds?.[index]);
  for (const isSame of [sameAddress, sameNumber, sameRole]) {
    for (const [index, contact] of listed.entries()) {
      ids[index] ??= known.find((one) => !ids.includes(one.id) && isSame(one, contact))?.id;
    }
  }
  // named by its version: an erased earlier document must not hand its ids on
  return ids.map((id, index) => id ?? (version === 1 ? `c${index + 1}` : `c${index + 1}v${version}`));
}

const sameAddress = (a: Listed, b: Listed) => a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase();
const sameNumber = (a: Listed, b: Listed) => a.name === b.name && a.phone !== null && a.phone === b.phone;
const sameRole = (a: Listed, b: Listed) => a.name === b.name && a.role === b.role;

function listedIn(document: AgreementVersion['document']): Listed[] {
  if (document === null) return [];
  const { noticeContacts, dpo } = document.controller;
  const listed = noticeContacts.toSorted((a, b) => a.order - b.order);
  // a desk with an address of its own may answer the officer's number: the officer is told beside it
  const isDpo = ({ email, phone, role }: (typeof listed)[number]) =>
    email?.toLowerCase() === dpo.email.toLowerCase() ||
    (phone !== undefined && phone === dpo.phone && (email === undefined || role === 'dpo'));
  const contacts = listed.map((contact): Listed => ({
    order: contact.order,
    name: contact.name,
    role: contact.role,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    webhookUrl: contact.webhookUrl ?? null,
    channels: contact.channels,
    isDpo: isDpo(contact),
    acceptsExercises: contact.acceptsExercises === true,
  }));
  if (contacts.some((contact) => contact.isDpo)) return contacts;
  const last = listed.at(-1)?.order ?? 0;
  return [
    ...contacts,
    {
      order: last + 1,
      name: dpo.name,
      role: 'dpo',
      email: dpo.email,
      phone: dpo.phone ?? null,
      webhookUrl: null,
      channels: ['email'], // the contract names no other; the number serves where the mail fails
      isDpo: true,
      acceptsExercises: false,
    },
  ];
}
