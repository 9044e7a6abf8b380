import { z } from 'zod';
import { mayReadIncidents } from '../../application/policies/incident';
import { maySetRelay } from '../../application/policies/organisation';
import { mayPlayContact } from '../../application/policies/notice';
import { maskLinks } from '../../domain/notice/maskLinks';
import { mailboxPage, mailPage } from '../../templates/pages/mailbox';
import { definePage, type Page } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { enterHouse, shownAs } from './frame';
import type { PageHouse } from './house';

const PAGE = 25;
const KILOBYTE = 1024;
const unknown = { ok: false, error: { code: 'subject.unknown' } } as const;

/** What the catching server kept, as its readers would have read it: the house without a relay is tried out here. */
export const mailboxPages = (house: PageHouse): Page[] => [list(house), one(house), attachment(house)];

const list = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/mailbox',
    audience: 'member',
    policy: mayReadIncidents,
    params: z.object({ orgId: OrgId }),
    query: z.object({ before: Id.optional() }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'mailbox', '/mailbox');
      if (!entered.ok) return entered;
      const { before = null } = visit.query;
      const mails = (await house.mailbox?.list(visit.params.orgId, { before, limit: PAGE + 1 })) ?? [];
      const shown = mails.slice(0, PAGE);
      const last = shown.at(-1);
      return shownAs(
        mailboxPage(entered.value.frame, {
          mayTest: maySetRelay(entered.value.ctx),
          lines: shown.map(({ id, receivedAt, to, subject }) => ({ id, at: receivedAt, to, subject: subject || '–' })),
          older: mails.length > PAGE && last ? `/mailbox?before=${last.id}` : null,
        }),
      );
    },
  });

const one = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/mailbox/{mailId}',
    audience: 'member',
    policy: mayReadIncidents,
    params: z.object({ orgId: OrgId, mailId: Id }),
    async render(visit) {
      const { orgId, mailId } = visit.params;
      const entered = await enterHouse(house, visit, 'mailbox', `/mailbox/${mailId}`);
      if (!entered.ok) return entered;
      const mail = await house.mailbox?.read(orgId, mailId);
      if (!mail) return unknown;
      const { ctx, frame } = entered.value;
      const isPlayed = frame.caught && mayPlayContact(ctx);
      const text = isPlayed ? mail.text : maskLinks(mail.text);
      return shownAs(
        mailPage(entered.value.frame, {
          id: mail.id,
          at: mail.receivedAt,
          to: mail.to,
          from: mail.from,
          subject: mail.subject || '–',
          text,
          links: linksIn(text).filter((link) => !link.includes('…')),
          masked: text !== mail.text,
          attachments: mail.attachments.map(({ filename, size }, index) => ({
            name: filename,
            href: `/mailbox/${mailId}/attachments/${index}`,
            size: { key: 'mailbox.size', values: { n: Math.max(1, Math.round(size / KILOBYTE)) } },
          })),
        }),
      );
    },
  });

const attachment = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/mailbox/{mailId}/attachments/{index}',
    audience: 'member',
    policy: mayReadIncidents,
    params: z.object({ orgId: OrgId, mailId: Id, index: z.coerce.number().int().min(0).max(100) }),
    async render(visit) {
      const { orgId, mailId, index } = visit.params;
      const found = await house.mailbox?.attachment(orgId, mailId, index);
      if (!found) return unknown;
      const { mediaType, filename } = found;
      const bytes = mediaType.startsWith('text/') ? maskedBytes(found.bytes) : found.bytes;
      return { ok: true, value: { bytes, mediaType, fileName: filename } };
    },
  });

const maskedBytes = (bytes: Buffer): Buffer => Buffer.from(maskLinks(bytes.toString('utf8')), 'utf8');

/** Web addresses in a text, each once, in order; what ends a sentence is no part of them. */
const linksIn = (text: string): string[] => [
  ...new Set((text.match(/https?:\/\/[^\s<>"]{1,500}/g) ?? []).map((link) => link.replace(/[.,;:!?)]+$/, ''))),
];
