import type { NoticeContact } from '../../domain/agreement/contacts';
import type { Deliverable } from '../../domain/delivery/events';
import type { PhoneScript } from '../../domain/letters/contact';
import { sentAt } from '../../domain/notice/case';
import { newestVersion } from '../../domain/notice/fold';
import { freezeCall } from '../delivery/freezeMail';
import type { Context } from '../ports/ports';
import { contactsOfProcessor } from './defaults';
import { addresseeOf, authorityDueAt, headOf, toldOf } from './letterParts';
import type { FullCase } from './readCase';

type Call = { id: string; reason: PhoneScript['reason'] };

/** The text to read to one contact on the telephone; a person calls and records what came of it. */
export async function freezeContactCall(
  ctx: Context,
  fullCase: FullCase,
  contact: NoticeContact,
  { id, reason }: Call,
): Promise<Deliverable> {
  const { notice, agreement } = fullCase;
  const script = callScript(ctx, fullCase, contact, reason);
  const rendered = await ctx.ports.texts.render('phoneScript', agreement.language, script);
  return freezeCall(ctx, notice.id, {
    id,
    to: { kind: 'contact', id: contact.id },
    address: contact.phone ?? '',
    rendered,
  });
}

/** What is read to one contact on the telephone, as things stand. */
export function callScript(
  ctx: Context,
  fullCase: FullCase,
  contact: NoticeContact,
  reason: PhoneScript['reason'],
): PhoneScript {
  const { notice, agreement, incident } = fullCase;
  const left = sentAt(notice, newestVersion(notice));
  const told = toldOf(fullCase);
  const number = newestVersion(notice)?.number ?? 1;
  return {
    head: headOf(fullCase, number, ctx.ports.now(), null),
    addressee: addresseeOf(fullCase, contact),
    phone: contact.phone ?? '—',
    reason,
    suspected: incident.clock.status !== 'confirmed',
    types: told.nature,
    awareAt: told.awareAt,
    sentAt: left,
    authorityDueAt: left === null ? null : authorityDueAt(fullCase, left),
    contacts: contactsOfProcessor(agreement),
    link: noticePage(ctx, fullCase),
  };
}

/** The page of a notice, for people of the organisation. */
export const noticePage = ({ orgId, ports }: Context, { notice }: Pick<FullCase, 'notice'>): string =>
  `${ports.settings.publicUrl}/o/${orgId}/incidents/${notice.opened.incidentId}/notices/${notice.id}`;
