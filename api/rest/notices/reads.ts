import { z } from 'zod';
import { listCalls } from '../../../application/notice/listCalls';
import { listCases } from '../../../application/notice/listCases';
import { clientsOf } from '../../../application/agreement/clientsOf';
import { othersNamed } from '../../../application/notice/otherClients';
import { seenOf } from '../../../application/notice/tellingOf';
import { readCase } from '../../../application/notice/readCase';
import { readVersionText } from '../../../application/notice/readVersionText';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { readVersionPdf } from '../../../application/notice/readVersionPdf';
import { mayReadNotice } from '../../../application/policies/notice';
import { currentDraft } from '../../../domain/notice/currentDraft';
import { writeSeen } from '../../http/etag';
import { defineRead } from '../../http/defineRoute';
import { Id, orgParams, pageOf, pageQuery } from '../../http/fields';
import { callExample, noticeExample, rowExample } from './examples';
import { presentNotice, presentRow } from './present';
import { CallList, ContactId, NoticeRow, NoticeView } from './views';
import { JSON_LINES, PDF, PLAIN_TEXT } from '../../../application/ports/documents';
import { pdfAnswer } from '../pdfAnswer';

export const noticePath = '/api/v1/organisations/{orgId}/notices/{noticeId}';
export const noticeParams = orgParams.extend({ noticeId: Id.meta({ description: 'opaque id of the notice' }) });
export const tag = 'notices';

const listQuery = pageQuery.extend({
  incidentId: Id.optional().meta({ description: 'only those of one incident' }),
  open: z.enum(['true', 'false']).optional().meta({ description: 'true: only what still asks something of somebody' }),
});

const versionParams = noticeParams.extend({
  version: z.coerce.number().int().min(1).max(100_000).meta({ description: 'number of the version' }),
});

export const noticeReads = [
  defineRead({
    path: '/api/v1/organisations/{orgId}/notices',
    operationId: 'listNotices',
    summary: 'Notices, each with its limit',
    description: 'Newest first, page by page.',
    tag,
    policy: mayReadNotice,
    params: orgParams,
    query: listQuery,
    status: 200,
    response: pageOf('NoticePage', NoticeRow),
    example: { response: { items: [rowExample], next: null } },
    async handler(ctx, { query: { incidentId, open, after, limit } }) {
      const filter = { ...(incidentId && { incidentId }), ...(open && { open: open === 'true' }) };
      const listed = await listCases({ ctx, input: { limit, ...filter, ...(after && { after }) } });
      if (!listed.ok) return listed;
      const items = listed.value.map(presentRow);
      const next = items.length === limit ? (items.at(-1)?.id ?? null) : null;
      return { ok: true, value: { body: { items, next } } };
    },
  }),

  defineRead({
    path: noticePath,
    operationId: 'readNotice',
    summary: 'One notice with its versions and proofs',
    description:
      'Its clock follows from incident and agreement, read together. The ETag is of its newest decision or draft, and of what a version sent now would tell (`letter`).',
    tag,
    policy: mayReadNotice,
    params: noticeParams,
    status: 200,
    etag: true,
    response: NoticeView,
    example: { response: noticeExample },
    async handler(ctx, { params: { noticeId } }) {
      const read = await readCase({ ctx, input: { noticeId } });
      if (!read.ok) return read;
      const headers = { ETag: `"${writeSeen(seenOf(read.value))}"` };
      const named = othersNamed(await clientsOf(ctx), read.value, currentDraft(read.value.notice));
      return { ok: true, value: { body: presentNotice(read.value, named), headers } };
    },
  }),

  defineRead({
    path: `${noticePath}/calls`,
    operationId: 'listCalls',
    summary: 'Calls that somebody still has to make',
    description: 'Each with its number and the text to read. A call ends here when it is logged.',
    tag,
    policy: mayReadNotice,
    params: noticeParams,
    status: 200,
    response: CallList,
    example: { response: { items: [callExample] } },
    async handler(ctx, { params: { noticeId } }) {
      const listed = await listCalls({ ctx, input: { noticeId } });
      if (!listed.ok) return listed;
      const items = listed.value.map(({ deliverableId, to: { kind, id }, since, phone, text }) => {
        return { deliverableId, to: { kind, id }, since, phone, text };
      });
      return { ok: true, value: { body: { items } } };
    },
  }),

  defineRead({
    path: `${noticePath}/versions/{version}/pdf`,
    operationId: 'readNoticePdf',
    summary: 'The PDF of one version for one contact',
    description: 'The very bytes that were attached; 404 once they are erased.',
    tag,
    policy: mayReadNotice,
    params: versionParams,
    query: z.strictObject({ contactId: ContactId }),
    ...pdfAnswer,
    async handler(ctx, { params: { noticeId, version }, query: { contactId } }) {
      const read = await readVersionPdf({ ctx, input: { noticeId, version, contactId } });
      if (!read.ok) return read;
      const { fileName, bytes } = read.value;
      return { ok: true, value: { bytes, fileName, mediaType: PDF } };
    },
  }),

  defineRead({
    path: `${noticePath}/versions/{version}/text`,
    operationId: 'readNoticeText',
    summary: 'One version as plain text',
    description: 'The words that left for one contact, but for the secret of its link; 404 once they are erased.',
    tag,
    policy: mayReadNotice,
    params: versionParams,
    query: z.strictObject({ contactId: ContactId }),
    status: 200,
    response: z.string().meta({ description: 'plain text, UTF-8' }),
    download: { mediaType: PLAIN_TEXT, description: 'plain text, UTF-8' },
    example: { response: 'Notification de violation de données' },
    async handler(ctx, { params: { noticeId, version }, query: { contactId } }) {
      const read = await readVersionText({ ctx, input: { noticeId, version, contactId } });
      if (!read.ok) return read;
      const { bytes, fileName } = read.value;
      return { ok: true, value: { bytes, fileName, mediaType: PLAIN_TEXT } };
    },
  }),

  defineRead({
    path: `${noticePath}/versions/{version}/envelope`,
    operationId: 'readNoticeEnvelope',
    summary: 'The signed envelope of one version for one contact',
    description: 'Which mail and which PDF that contact got, by their hashes; for the controller’s own system.',
    tag,
    policy: mayReadNotice,
    params: versionParams,
    query: z.strictObject({ contactId: ContactId }),
    status: 200,
    response: z.string().meta({ description: 'JSON Lines, sealed by a signature' }),
    download: { mediaType: JSON_LINES, description: 'JSON Lines: header, seal (docs/formats.md)' },
    example: { response: '{"format":"vigie-envelope/1"}' },
    async handler(ctx, { params: { noticeId, version }, query: { contactId } }) {
      const read = await readEnvelope({ ctx, input: { noticeId, version, contactId } });
      if (!read.ok) return read;
      const { fileName, text } = read.value;
      return { ok: true, value: { bytes: Buffer.from(text, 'utf8'), fileName, mediaType: JSON_LINES } };
    },
  }),
];
