import { contactsOf, type NoticeContact } from '../../domain/agreement/contacts';
import type { Deliverable } from '../../domain/delivery/events';
import type { ReminderLetter } from '../../domain/letters/inside';
import { answerDue } from '../../domain/notice/answerDue';
import { dueOf, newestGoneAt, supplementDue } from '../../domain/notice/case';
import type { Reminded } from '../../domain/notice/events';
import { newestVersion, promisesOf } from '../../domain/notice/fold';
import { type Rung, unansweredSince } from '../../domain/notice/ladders';
import { freezeMail } from '../delivery/freezeMail';
import type { Context } from '../ports/ports';
import { contactsOfProcessor } from './defaults';
import { freezeContactCall } from './freezeContactCall';
import { addresseeOf, authorityDueAt, guestLink, headOf } from './letterParts';
import type { FullCase } from './readCase';
import { recipientsOf } from './recipientsOf';
import { callPeople } from './callPeople';
import { type Ask, tellPeople } from './tellPeople';

/** Everything that one step of a ladder makes leave: mails to our people, and from the acknowledgement's ladder to contacts. */
export async function remind(ctx: Context, fullCase: FullCase, rung: Rung): Promise<Reminded> {
  const { ladder, version, step, roles } = rung;
  const id = `${ladder}-${version}-${step}`;
  const ask: Ask = { id, roles, ...about(fullCase, rung) };
  const toPeople = await tellPeople(ctx, fullCase, ask);
  const toContacts = ladder === 'acknowledgement' ? await remindContacts(ctx, fullCase, step, id) : [];
  const calls = await callPeople(ctx, fullCase, rung, id);
  const deliverables = [...toPeople, ...calls, ...toContacts];
  return { ladder, version, step, roles, deliverables, unansweredSince: unansweredSince(fullCase, rung) };
}

function about(fullCase: FullCase, { ladder, version, step }: Rung): Omit<Ask, 'id' | 'roles'> {
  const due = dueOf(fullCase);
  const goneAt = newestGoneAt(fullCase.notice);
  switch (ladder) {
    case 'watchdog':
      return alarm(fullCase);
    case 'due': {
      return {
        task: step >= 100 ? 'giveLateReason' : 'sendNotice',
        percent: step,
        startedAt: due?.t0 ?? null,
        dueAt: due?.dueAt ?? null,
        detail: null,
      };
    }
    case 'supplement': {
      const supplement = supplementDue(fullCase);
      const startedAt = supplement === null ? null : new Date(supplement.fromMs).toISOString();
      return { task: 'confirmClock', percent: step, startedAt, dueAt: supplement?.dueAt ?? null, detail: null };
    }
    case 'acknowledgement': {
      const task: ReminderLetter['task'] = step >= 8 ? 'callDataProtectionOfficer' : 'callContact';
      return { task, percent: null, startedAt: goneAt, dueAt: null, detail: null };
    }
    case 'question': {
      const question = fullCase.notice.questions[version - 1];
      const startedAt = question?.askedAt ?? null;
      const dueAt = startedAt && answerDue(startedAt, fullCase.agreement);
      return { task: 'answerQuestion', percent: null, startedAt, dueAt, detail: null };
    }
    case 'missing': {
      const items = promisesOf(fullCase.notice).map(({ item }) => item);
      const task: ReminderLetter['task'] = step >= 72 ? 'completeItemsOrSayWhy' : 'completeItems';
      return { task, percent: null, startedAt: goneAt, dueAt: null, detail: items.join(', ') };
    }
  }
}

/** Nothing has left: send. A version waits: look at its delivery. The watchdog has sent it: look at the engine. */
function alarm(fullCase: FullCase): Omit<Ask, 'id' | 'roles'> {
  const { notice, agreement } = fullCase;
  const due = dueOf(fullCase);
  const said = { percent: null, startedAt: due?.t0 ?? null, dueAt: due?.dueAt ?? null, detail: null };
  const version = newestVersion(notice);
  if (version === null) return { ...said, task: 'sendNotice' };
  const at = newestGoneAt(notice);
  if (at === null || !version.automatic) return { ...said, task: 'checkDelivery' };
  const told = notice.outbox.filter(({ id }) => version.deliverableIds.includes(id)).map(({ to }) => to.id);
  const roles = contactsOf(agreement).flatMap(({ id, role }) => (told.includes(id) ? [role] : []));
  return { ...said, task: 'watchdogSent', sent: { at, roles: [...new Set(roles)] } };
}

/** 1 h: each contact by mail; 4 h: each by telephone; 8 h: the controller's DPO; 12 h: our management alone. */
async function remindContacts(ctx: Context, fullCase: FullCase, hours: number, id: string): Promise<Deliverable[]> {
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
  const mails = await Promise.all(contacts.map((contact) => mailContact(ctx, fullCase, contact, id)));
  return mails.filter((mail): mail is Deliverable => mail !== null);
}

async function mailContact(
  ctx: Context,
  fullCase: FullCase,
  contact: NoticeContact,
  id: string,
): Promise<Deliverable | null> {
  const { notice, agreement } = fullCase;
  const sentAt = newestGoneAt(notice);
  if (contact.email === null || sentAt === null) return null;
  const date = ctx.ports.now();
  const rendered = await ctx.ports.texts.render('contactReminder', agreement.language, {
    head: headOf(fullCase, newestVersion(notice)?.number ?? 1, date, null),
    addressee: addresseeOf(fullCase, contact),
    sentAt,
    authorityDueAt: authorityDueAt(fullCase, sentAt),
    contacts: contactsOfProcessor(agreement),
    link: await guestLink(ctx, notice.id, contact.id),
  });
  return freezeMail(ctx, notice.id, {
    id: `${id}-${contact.id}-email`,
    to: { kind: 'contact', id: contact.id },
    address: contact.email,
    rendered,
    language: agreement.language,
    date,
  });
}
