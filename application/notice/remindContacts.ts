import type { NoticeContact } from '../../domain/agreement/contacts';
import type { Deliverable } from '../../domain/delivery/events';
import type { LetterData } from '../../domain/letters/letters';
import { newestGoneAt } from '../../domain/notice/case';
import { countAbout } from '../../domain/file/kept';
import { newestVersion } from '../../domain/notice/fold';
import { awaitedFor } from '../../domain/notice/measures';
import type { Rung } from '../../domain/notice/ladders';
import { freezeMail } from '../delivery/freezeMail';
import type { Context } from '../ports/ports';
import { contactsOfProcessor } from './defaults';
import { freezeContactCall } from './freezeContactCall';
import { addresseeOf, authorityDueAt, guestLink, headOf } from './letterParts';
import type { FullCase } from './readCase';
import { recipientConcerned, recipientsOf } from './recipientsOf';

/** What one step of a ladder makes leave to contacts: from that of the acknowledgement, and with an answer. */
export async function remindContacts(
  ctx: Context,
  fullCase: FullCase,
  { ladder, version, step }: Rung,
  id: string,
): Promise<Deliverable[]> {
  if (ladder === 'answered') return tellAnswer(ctx, fullCase, version, id);
  if (ladder === 'measure') return askForWord(ctx, fullCase, version, id);
  return ladder === 'acknowledgement' ? askToAcknowledge(ctx, fullCase, step, id) : [];
}

/** 1 h: each contact by mail; 4 h: each by telephone; 8 h: the controller's DPO; 12 h: our management alone. */
async function askToAcknowledge(ctx: Context, fullCase: FullCase, hours: number, id: string): Promise<Deliverable[]> {
  const contacts = recipientsOf(fullCase);
  if (hours === 1) return mailAll(ctx, fullCase, contacts, id);
  if (hours === 8)
    return mailAll(
      ctx,
      fullCase,
      contacts.filter(({ isDpo }) => isDpo),
      id,
    );
  if (hours !== 4) return [];
  const callable = contacts.filter(({ phone }) => phone !== null);
  const version = newestVersion(fullCase.notice);
  if (version === null) return [];
  return Promise.all(
    callable.map((contact) =>
      freezeContactCall(ctx, fullCase, contact, {
        id: `${id}-${contact.id}-phone`,
        reason: 'noAcknowledgement',
        version,
      }),
    ),
  );
}

async function mailAll(ctx: Context, fullCase: FullCase, contacts: readonly NoticeContact[], id: string) {
  const sentAt = newestGoneAt(fullCase.notice);
  if (sentAt === null) return [];
  const more = { sentAt, authorityDueAt: authorityDueAt(fullCase, sentAt) };
  const mails = contacts.map((contact) => mailContact(ctx, fullCase, contact, { id, name: 'contactReminder', more }));
  return (await Promise.all(mails)).filter((mail) => mail !== null);
}

/** Who asked by a link had it by mail, and is told by mail; nobody else of the controller's is. */
async function tellAnswer(ctx: Context, fullCase: FullCase, place: number, id: string): Promise<Deliverable[]> {
  const question = fullCase.notice.questions[place - 1];
  if (question === undefined || question.answeredAt === null) return [];
  const contact = recipientConcerned(fullCase, question.contactId);
  if (contact === undefined) return [];
  const { id: questionId, askedAt, answeredAt, answerDocuments } = question;
  const about = { kind: 'answer' as const, questionId };
  const documents = countAbout(fullCase.notice.files, about, answerDocuments);
  const more = { askedAt, answeredAt, documents };
  const mail = await mailContact(ctx, fullCase, contact, { id, name: 'contactAnswer', more });
  return mail === null ? [] : [mail];
}

/** Every contact of the contract may answer for the controller: each is told that a measure waits, by mail, at each step. */
async function askForWord(ctx: Context, fullCase: FullCase, place: number, id: string): Promise<Deliverable[]> {
  const measure = fullCase.notice.measures[place - 1];
  const awaited = measure && awaitedFor(measure, fullCase.notice, fullCase.agreement);
  if (measure === undefined || !awaited) return [];
  const more = { proposedAt: awaited.from, dueAt: awaited.dueAt, urgent: measure.urgentHours !== null };
  const mails = recipientsOf(fullCase).map((contact) =>
    mailContact(ctx, fullCase, contact, { id, name: 'contactMeasure', more }),
  );
  return (await Promise.all(mails)).filter((mail) => mail !== null);
}

type ContactMail = 'contactReminder' | 'contactAnswer' | 'contactMeasure';
type Common = 'head' | 'addressee' | 'contacts' | 'link';
type Letter<Name extends ContactMail> = { id: string; name: Name; more: Omit<LetterData[Name], Common> };

async function mailContact<Name extends ContactMail>(
  ctx: Context,
  fullCase: FullCase,
  contact: NoticeContact,
  { id, name, more }: Letter<Name>,
): Promise<Deliverable | null> {
  const { notice, agreement } = fullCase;
  if (contact.email === null) return null;
  const date = ctx.ports.now();
  const common = {
    head: headOf(fullCase, newestVersion(notice)?.number ?? 1, date, null),
    addressee: addresseeOf(fullCase, contact),
    contacts: contactsOfProcessor(agreement),
    link: await guestLink(ctx, notice.id, contact.id),
  };
  const rendered = await ctx.ports.texts.render(name, agreement.language, { ...common, ...more } as LetterData[Name]);
  return freezeMail(ctx, notice.id, {
    id: `${id}-${contact.id}-email`,
    to: { kind: 'contact', id: contact.id },
    address: contact.email,
    rendered,
    language: agreement.language,
    date,
  });
}
