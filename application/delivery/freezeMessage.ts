import type { Deliverable, Recipient } from '../../domain/delivery/events';
import { webhookIdOf } from '../../domain/delivery/webhookId';
import type { Json } from '../../domain/shared/jcs';
import { JSON_TEXT } from '../ports/documents';
import type { Context } from '../ports/ports';

/** What leaves by HTTP: a payload of Standard Webhooks (`type`, `timestamp`, `data`). */
export type HttpMessage = {
  /** Unique within the subject. */
  id: string;
  to: Recipient;
  channel: 'webhook' | 'sms';
  address: string;
  type: string;
  at: string;
  data: { [name: string]: Json };
};

/** Writes a message once to the bytes that will leave, and stores them as mails are. Nothing leaves before an entry says so. */
export async function freezeMessage(
  { orgId, ports }: Context,
  subjectId: string,
  { id, to, channel, address, type, at, data }: HttpMessage,
): Promise<Deliverable> {
  const bytes = Buffer.from(JSON.stringify({ type, timestamp: at, data }), 'utf8');
  const documentId = await ports.documents.put(orgId, subjectId, { address, mediaType: JSON_TEXT, bytes });
  return { id, to, channel, documentId, messageId: webhookIdOf(orgId, subjectId, id), envelopeId: '' };
}
