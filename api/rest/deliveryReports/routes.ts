import { MAIL } from '../../../application/ports/documents';
import { z } from 'zod';
import { receiveReport } from '../../../application/delivery/receiveReport';
import { mayReportDelivery } from '../../../application/policies/notice';
import { LONGEST_REPORT_BYTES } from '../../../domain/delivery/deliveryStatus';
import { ReportAction } from '../../../domain/delivery/events';
import { SubjectKind } from '../../../domain/journal/entry';
import { defineAddition } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';

/** In the description of the API a body is text; here it is the bytes as they came. */
const RawReport = z.unknown().meta({
  id: 'RawDeliveryReport',
  type: 'string',
  description: 'a delivery status notice, header and all, as it came',
});

const Taken = z
  .strictObject({
    seq: z.int().positive().meta({
      description: 'number of the journal entry that holds it, or that began the sending to persons that it is of',
    }),
    created: z.boolean().meta({ description: 'false: the same had been reported before' }),
    subject: z
      .strictObject({ kind: SubjectKind.meta({ description: 'what the mail was part of' }), id: Id })
      .meta({ id: 'ReportedSubject', description: 'what the mail was part of' }),
    deliverableId: z.string().meta({ description: 'the mail that it is about' }),
    action: ReportAction.meta({ description: '`delivered` proves receipt; `failed` opens another way at once' }),
  })
  .meta({ id: 'DeliveryReport', description: 'What the report added' });

export const deliveryReportRoutes = [
  defineAddition({
    path: '/api/v1/organisations/{orgId}/delivery-reports',
    operationId: 'reportDelivery',
    summary: 'Hand in a delivery status notice',
    description:
      'For the mail server that gets what comes back to the sender address of notices. The same report handed in again, under whatever key, is one entry.',
    tag: 'deliveryReports',
    policy: mayReportDelivery,
    raw: { mediaTypes: [MAIL, 'text/plain'], longest: LONGEST_REPORT_BYTES },
    params: orgParams,
    body: RawReport,
    status: 201,
    response: Taken,
    example: {
      body: [
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Original-Envelope-Id: 0199e1f0-0000-7000-8000-000000000001/0199e1f0-0000-7000-8000-000000000021.0f1e2d3c4b5a6978',
        '',
        'Final-Recipient: rfc822; dpo@val-temoin.example',
        'Action: delivered',
        'Status: 2.0.0',
        '',
        '--b--',
        '',
      ].join('\r\n'),
      response: {
        seq: 31,
        created: true,
        subject: { kind: 'notice', id: '0199e1f0-0000-7000-8000-000000000021' },
        deliverableId: 'v1-c1-email',
        action: 'delivered',
      },
    },
    async handler(ctx, { body }) {
      const received = await receiveReport({ ctx, input: { raw: Buffer.isBuffer(body) ? body : Buffer.of() } });
      if (!received.ok) return received;
      const { seq, created, subject, deliverableId, action } = received.value;
      return { ok: true, value: { body: { seq, created, subject, deliverableId, action } } };
    },
  }),
];
