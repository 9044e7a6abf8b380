import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import { type Way, waysTo } from '../../domain/notice/waysTo';
import type { FullCase } from './readCase';

export type Recipient = NoticeContact;

/** Everybody whom any version of the agreement names, to say who somebody is: those of the version that judges first. */
export const everyContact = (agreement: FullCase['agreement']): NoticeContact[] => [
  ...contactsOf(agreement),
  ...agreement.others,
];

/** To whom something of this notice may leave: of an exercise, only to contacts that opted in to be tested (invariant 12). */
export const recipientsOf = (fullCase: FullCase): Recipient[] =>
  concernedBy(fullCase).filter((contact) => mayReach(fullCase, contact));

/** Who asked, or holds a link, by id, if anything may leave to them: also whom another version names than judges. */
export const recipientConcerned = (fullCase: FullCase, contactId: string): Recipient | undefined =>
  contactsConcerned(fullCase).find((contact) => contact.id === contactId && mayReach(fullCase, contact));

const mayReach = ({ notice }: FullCase, { acceptsExercises }: Recipient): boolean =>
  acceptsExercises || !notice.opened.exercise;

/** The contacts of the version that judges; once the breach was ruled out, whoever was told (domain rules 7.3, withdraw). */
function concernedBy({ notice, incident, agreement }: FullCase): Recipient[] {
  const contacts = contactsOf(agreement);
  if (incident.clock.status !== 'cancelled') return contacts;
  const told = everyContact(agreement).filter((contact) => wasToldIn(notice, contact));
  return told.length === 0 ? contacts : told;
}

/** The contacts of the version that judges, then whoever was told under another one. */
export const contactsConcerned = ({ notice, agreement }: Pick<FullCase, 'notice' | 'agreement'>): NoticeContact[] => [
  ...contactsOf(agreement),
  ...agreement.others.filter((other) => wasToldIn(notice, other)),
];

/** Something was made for this contact, or was to reach it by a channel that nothing here serves. */
const wasToldIn = ({ outbox, versions }: FullCase['notice'], { id }: NoticeContact): boolean =>
  outbox.some(({ to }) => to.kind === 'contact' && to.id === id) ||
  versions.some(({ unserved }) => unserved.some(({ contactId }) => contactId === id));

export type To = { recipient: Recipient; way: Way };

/** All ways to all recipients: as many copies of a version leave. */
export const waysOf = (fullCase: FullCase): To[] =>
  recipientsOf(fullCase).flatMap((recipient) => waysTo(recipient, fullCase.offers).map((way) => ({ recipient, way })));
