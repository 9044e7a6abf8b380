import { type Report, ReportAction } from './events';

export type DeliveryStatus = {
  /**
   * The ENVID that we gave; null where a relay dropped it. Anybody can forge a notice: what it is about is looked up, and
   * the raw mail kept beside the entry. One about a mail to a person is kept nowhere, and proves itself by that mail's name.
   */
  envelopeId: string | null;
  /** Message-ID of the mail that it is about, from the part of it that came back; null where none did. */
  messageId: string | null;
  recipients: (Pick<Report, 'action' | 'status'> & { finalRecipient: string })[];
};

/** Above this no status notice is read: it is none, or an attack. */
export const LONGEST_REPORT_BYTES = 1_000_000;

/** One alias may lead to several boxes: what reached one of them has arrived, and nothing has failed before all did. */
const WEIGHT: Record<ReportAction, number> = { delivered: 4, relayed: 3, expanded: 2, delayed: 1, failed: 0 };

/** What a delivery status notice (RFC 3464) says, or null for any other mail. */
export function readDeliveryStatus(raw: Buffer): DeliveryStatus | null {
  if (raw.length > LONGEST_REPORT_BYTES) return null;
  const mail = raw.toString('latin1').replaceAll('\r\n', '\n');
  const { fields, body } = splitHead(mail);
  const boundary = boundaryOf(fields.get('content-type') ?? '');
  if (boundary === null) return null;
  const parts = body.split(`\n--${boundary}`).map((part) => splitHead(part.replace(/^.*\n/, '')));
  const report = parts.find((part) => /^message\/delivery-status\b/i.test(part.fields.get('content-type') ?? ''));
  if (report === undefined) return null;
  const [perMessage, ...perRecipient] = report.body
    .trim()
    .split(/\n[ \t]*\n/)
    .map((block) => splitHead(`${block}\n\n`).fields);
  const recipients = perRecipient.map(readRecipient).filter((recipient) => recipient !== null);
  if (recipients.length === 0) return null;
  return { envelopeId: perMessage?.get('original-envelope-id') ?? null, messageId: messageIdIn(parts), recipients };
}

/** What a notice says of the one recipient that each mail of ours has. */
export function verdictOf({ recipients }: Pick<DeliveryStatus, 'recipients'>): Pick<Report, 'action' | 'status'> {
  const [best] = recipients.toSorted((a, b) => WEIGHT[b.action] - WEIGHT[a.action]);
  if (best === undefined) throw new RangeError('a status notice speaks of nobody');
  return { action: best.action, status: best.status };
}

/** Of the mail itself or of its header alone (RFC 3462): the fields that came back. */
function messageIdIn(parts: readonly { fields: Map<string, string>; body: string }[]): string | null {
  const returned = parts.find(({ fields }) =>
    /^(message\/rfc822|text\/rfc822-headers)\b/i.test(fields.get('content-type') ?? ''),
  );
  return returned === undefined ? null : (splitHead(returned.body.trimStart()).fields.get('message-id') ?? null);
}

function readRecipient(fields: Map<string, string>): DeliveryStatus['recipients'][number] | null {
  const action = ReportAction.options.find((known) => known === fields.get('action')?.toLowerCase());
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0];
  const finalRecipient = fields
    .get('final-recipient')
    ?.replace(/^[^;]*;/, '')
    .trim();
  if (action === undefined || status === undefined || finalRecipient === undefined) return null;
  return { action, status, finalRecipient };
}

function boundaryOf(contentType: string): string | null {
  if (!/^multipart\/report\b/i.test(contentType)) return null;
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  return quoted ?? bare ?? null;
}

/** Header fields, unfolded, first one of each name; what follows the blank line. */
function splitHead(text: string): { fields: Map<string, string>; body: string } {
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const fields = new Map<string, string>();
  for (const line of head.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { fields, body: end < 0 ? '' : text.slice(end + 1) };
}
