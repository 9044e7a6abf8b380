import type { ReportAction } from '../../domain/delivery/events';

type About = { action: ReportAction; envelopeId?: string | null; messageId?: string | null; status?: string };

/** What a mail server says of a mail that it took (RFC 3464), as it would come back to the sender. */
export function statusNotice({ action, envelopeId = null, messageId = null, ...more }: About): Buffer {
  const status = more.status ?? (action === 'failed' ? '5.1.1' : action === 'delayed' ? '4.4.1' : '2.0.0');
  return Buffer.from(
    [
      'From: Mail Delivery System <MAILER-DAEMON@relay.example>',
      'To: bounces@slime.example',
      'Subject: Delivery status',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain',
      '',
      'What became of your mail.',
      '',
      '--b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; relay.example',
      ...(envelopeId === null ? [] : [`Original-Envelope-Id: ${envelopeId}`]),
      '',
      'Final-Recipient: rfc822; dpo@val-temoin.example',
      `Action: ${action}`,
      `Status: ${status}`,
      '',
      '--b1',
      'Content-Type: text/rfc822-headers',
      '',
      ...(messageId === null ? [] : ['Subject: a notice', `Message-ID: ${messageId}`]),
      '',
      '--b1--',
      '',
    ].join('\r\n'),
  );
}
