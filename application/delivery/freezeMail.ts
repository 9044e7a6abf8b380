import type { Deliverable, Recipient } from '../../domain/delivery/events';
import { envelopeIdOf, envelopePart } from '../../domain/delivery/envelopeId';
import type { Rendered } from '../ports/texts';
import type { Context } from '../ports/ports';
import { MAIL, PLAIN_TEXT, type StoredDocument } from '../ports/documents';

export type Mail = {
  /** Unique within the subject: names the mail in entries, Message-ID and ENVID. */
  id: string;
  to: Recipient;
  address: string;
  rendered: Rendered;
  language: 'fr' | 'en';
  date: Date;
  attachments?: { filename: string; mediaType: string; bytes: Buffer }[];
};

/** A mail in the bytes that will leave, and what an entry may hold of it once they are stored. */
export type ComposedMail = { document: StoredDocument; deliverable(documentId: string): Deliverable };

/**
 * Composes a mail once to the bytes that will leave, stores them encrypted under their subject's key, and returns what
 * an entry may hold of it. Nothing leaves before that entry exists.
 */
export async function freezeMail(ctx: Context, subjectId: string, mail: Mail): Promise<Deliverable> {
  return (await keepMail(ctx, subjectId, await composeMail(ctx, subjectId, mail), [])).deliverable;
}

/** Stores a mail, and what is kept beside it, in one write. */
export async function keepMail(
  { orgId, ports }: Context,
  subjectId: string,
  { document, deliverable }: ComposedMail,
  beside: readonly StoredDocument[],
): Promise<{ deliverable: Deliverable; besideIds: string[] }> {
  const [documentId, ...besideIds] = await ports.documents.putAll(orgId, subjectId, [document, ...beside]);
  return { deliverable: deliverable(documentId), besideIds };
}

/** The same mail gives the same bytes; nothing is stored. */
export async function composeMail({ orgId, ports }: Context, subjectId: string, mail: Mail): Promise<ComposedMail> {
  const { id, to, address, rendered, language, date, attachments = [] } = mail;
  const messageId = `<${subjectId}.${id}@${ports.settings.mailDomain}>`;
  const bytes = await ports.mailer.compose({
    to: address,
    sender: rendered.sender,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    ...(attachments.length > 0 && { attachments }),
    messageId,
    date,
    language,
  });
  const envelopeId = envelopeIdOf(orgId, envelopePart(subjectId, id));
  return {
    document: { address, mediaType: MAIL, bytes },
    deliverable: (documentId: string): Deliverable => ({ id, to, channel: 'email', documentId, messageId, envelopeId }),
  };
}

/** A call for a person to make: the document is the text to read, the address the number. */
export async function freezeCall(
  { orgId, ports }: Context,
  subjectId: string,
  call: Pick<Mail, 'id' | 'to' | 'address' | 'rendered'>,
): Promise<Deliverable> {
  const bytes = Buffer.from(call.rendered.text, 'utf8');
  const document = { address: call.address, mediaType: PLAIN_TEXT, bytes };
  const documentId = await ports.documents.put(orgId, subjectId, document);
  return { id: call.id, to: call.to, channel: 'phone', documentId, messageId: '', envelopeId: '' };
}
