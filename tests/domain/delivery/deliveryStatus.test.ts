import { describe, expect, it } from '@jest/globals';
import { readDeliveryStatus, verdictOf } from '../../../domain/delivery/deliveryStatus';

/** After RFC 3464 appendix E; the names are fictional. */
function notice(
  status: string,
  contentType = 'multipart/report; report-type=delivery-status;\r\n boundary="b=1"',
): Buffer {
  return Buffer.from(
    [
      'From: Mail Delivery System <MAILER-DAEMON@relay.example>',
      'To: vigie@slime.example',
      'Subject: Undelivered Mail',
      'MIME-Version: 1.0',
      `Content-Type: ${contentType}`,
      '',
      'This is a MIME-encapsulated message.',
      '',
      '--b=1',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'Action: delivered',
      '',
      '--b=1',
      'Content-Type: message/delivery-status',
      '',
      ...status.split('\n'),
      '',
      '--b=1',
      'Content-Type: text/rfc822-headers',
      '',
      'Original-Envelope-Id: forged/in-a-header',
      '',
      '--b=1--',
      '',
    ].join('\r\n'),
  );
}

const failed = `Reporting-MTA: dns; relay.example
Original-Envelope-Id: org-1/v1-c1-email
Arrival-Date: Fri, 27 Mar 2026 18:05:12 +0000

Original-Recipient: rfc822; dpo@val-temoin.example
Final-Recipient: rfc822; boite@val-temoin.example
Action: failed
Status: 5.1.1 (no such box)
Diagnostic-Code: smtp; 550 5.1.1
 no such box`;

describe('a delivery status notice', () => {
  it('leads back to the deliverable by its ENVID and says what became of it', () => {
    expect(readDeliveryStatus(notice(failed))).toEqual({
      envelopeId: 'org-1/v1-c1-email',
      messageId: null,
      recipients: [{ action: 'failed', status: '5.1.1', finalRecipient: 'boite@val-temoin.example' }],
    });
  });

  it.each(['delayed', 'delivered', 'relayed', 'expanded'])('may tell that the mail is %s', (action) => {
    const status = failed.replace('failed', action.toUpperCase()).replace('5.1.1 (', '2.0.0 (');
    expect(readDeliveryStatus(notice(status))?.recipients[0]).toMatchObject({ action, status: '2.0.0' });
  });

  it('may speak of several recipients', () => {
    const second = 'Final-Recipient: rfc822; astreinte@val-temoin.example\nAction: delivered\nStatus: 2.0.0';
    expect(readDeliveryStatus(notice(`${failed}\n\n${second}`))?.recipients.map(({ action }) => action)).toEqual([
      'failed',
      'delivered',
    ]);
  });

  it('has one verdict: what reached one box of an alias has arrived, and nothing failed before all did', () => {
    const said = (...actions: ('failed' | 'delayed' | 'delivered')[]) =>
      verdictOf({ recipients: actions.map((action) => ({ action, status: '2.0.0', finalRecipient: 'x' })) }).action;
    expect([said('failed', 'delivered'), said('failed', 'delayed'), said('failed')]).toEqual([
      'delivered',
      'delayed',
      'failed',
    ]);
  });

  it('names the mail by the header that came back', () => {
    const header = 'Subject: x\r\nMessage-ID: <n1.v1-c1-email@slime.example>';
    const raw = notice(failed).toString('latin1').replace('Original-Envelope-Id: forged/in-a-header', header);
    expect(readDeliveryStatus(Buffer.from(raw, 'latin1'))?.messageId).toBe('<n1.v1-c1-email@slime.example>');
  });

  it('may have lost its ENVID', () => {
    const status = failed.replace(/Original-Envelope-Id.*\n/, '');
    expect(readDeliveryStatus(notice(status))).toMatchObject({ envelopeId: null, recipients: [{ action: 'failed' }] });
  });

  it.each([
    ['an ordinary mail', notice(failed, 'multipart/mixed; boundary="b=1"')],
    [
      'a report of another kind',
      Buffer.from(notice(failed).toString().replace('message/delivery-status', 'message/x')),
    ],
    ['an unknown action', notice(failed.replace('failed', 'read'))],
    ['no status', notice(failed.replace('Status: 5.1.1 (no such box)\n', ''))],
    ['no boundary', notice(failed, 'multipart/report')],
    ['nothing', Buffer.of()],
    ['one line', Buffer.from('x')],
    ['a megabyte of it', Buffer.alloc(1_000_001, 0x41)],
  ])('is not seen in %s', (_what, raw) => {
    expect(readDeliveryStatus(raw)).toBeNull();
  });

  it('truncated anywhere, is read as less or as nothing, never as something else', () => {
    const raw = notice(failed);
    for (let end = 0; end < raw.length; end += 1) {
      const read = readDeliveryStatus(raw.subarray(0, end));
      if (read !== null) expect(['failed']).toContain(read.recipients[0]?.action);
    }
    expect(readDeliveryStatus(raw)).not.toBeNull();
  });
});
