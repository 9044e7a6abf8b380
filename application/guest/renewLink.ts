import { newestGoneAt } from '../../domain/notice/case';
import { newestVersion } from '../../domain/notice/fold';
import { done, type Result } from '../../domain/shared/errors';
import { DAY_MS, plusMs } from '../../domain/shared/instant';
import { freezeMail } from '../delivery/freezeMail';
import { appendEvent } from '../entries/appendEvent';
import { contactsOfProcessor } from '../notice/defaults';
import { addresseeOf, authorityDueAt, headOf } from '../notice/letterParts';
import { loadCase } from '../notice/readCase';
import { recipientConcerned } from '../notice/recipientsOf';
import type { Context, Ports } from '../ports/ports';
import { isExpired } from './enterByLink';

const VALID_DAYS = 30;
/** Of the ladder of acknowledgement, before its first hour: it answers a wish and reminds of nothing. */
const STEP = 0;

/**
 * A new link in place of one that has expired, by mail to the very address that the first went to. The old one opens
 * nothing from then on, so that a link found in an old mail asks once at most.
 *
 * @returns the same whether a mail leaves or not: who holds a wrong link learns nothing
 */
export async function renewLink(ports: Ports, token: string): Promise<Result<null>> {
  const link = await ports.links.find(token);
  if (link === null) return done(null);
  const ctx: Context = { orgId: link.orgId, actor: { kind: 'guest', id: link.contactId }, roles: [], ports };
  const read = await loadCase(ctx, link.noticeId);
  if (!read.ok || !isExpired(read.value, link, ports.now())) return done(null);
  const { notice, agreement } = read.value;
  const contact = recipientConcerned(read.value, link.contactId);
  const version = newestVersion(notice)?.number;
  const sentAt = newestGoneAt(notice);
  if (contact === undefined || contact.email === null || version === undefined || sentAt === null) return done(null);

  const date = ports.now();
  const expiresAt = plusMs(date.toISOString(), VALID_DAYS * DAY_MS);
  const secret = await ports.links.replace(token, expiresAt);
  if (secret === null) return done(null); // asked twice at once: the mail of the other is on its way
  const rendered = await ports.texts.render('contactReminder', agreement.language, {
    head: headOf(read.value, version, date, null),
    addressee: addresseeOf(read.value, contact),
    sentAt,
    authorityDueAt: authorityDueAt(read.value, sentAt),
    contacts: contactsOfProcessor(agreement),
    link: `${ports.settings.publicUrl}/n/${secret}`,
  });
  const id = `renewed-${ports.newId()}`;
  const to = { kind: 'contact' as const, id: contact.id };
  const { language } = agreement;
  const mail = await freezeMail(ctx, notice.id, { id, to, address: contact.email, rendered, language, date });
  const appended = await appendEvent(ctx, {
    subject: { kind: 'notice', id: notice.id },
    key: `notice/${notice.id}/${id}`,
    event: {
      type: 'notice.reminded',
      values: {
        ladder: 'acknowledgement',
        version,
        step: STEP,
        roles: [],
        deliverables: [mail],
        unansweredSince: null,
      },
    },
    standing: { kind: 'addition', revision: notice.revision + 1 },
  });
  return appended.ok ? done(null) : appended;
}
