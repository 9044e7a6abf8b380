/** RFC 3464 actions. Only `delivered` says more than our relay's 250 did; `relayed` left the world of status notices. */
const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

export type DeliveryStatus = {
  /** The ENVID that we gave; null where a relay dropped it. Anybody can forge one: match it, keep the raw mail. */
  envelopeId: string | null;
  recipients: { action: (typeof ACTIONS)[number]; status: string; finalRecipient: string }[];
};

/** Above this no status notice is read: it is none, or an attack. */
const MAX_BYTES = 1_000_000;

/** What a delivery status notice (RFC 3464) says, or null for any other mail. */
export function readDeliveryStatus(raw: Buffer): DeliveryStatus | null {
  if (raw.length > MAX_BYTES) return null;
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
  return { envelopeId: perMessage?.get('original-envelope-id') ?? null, recipients };
}

function readRecipient(fields: Map<string, string>): DeliveryStatus['recipients'][number] | null {
  const action = ACTIONS.find((known) => known === fields.get('action')?.toLowerCase());
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
