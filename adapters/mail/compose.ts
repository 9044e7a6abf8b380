import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import type { Letter } from '../../application/ports/mailer';

export type Sender = { name: string; address: string };

/** One mailbox and nothing else: no list, no second header, no comment (RFC 5321 dot-string, kept narrow). */
const ONE_ADDRESS = /^[^\s<>()[\]\\,;:"@]{1,64}@[^\s<>()[\]\\,;:"@]{1,255}$/u;
const MESSAGE_ID = /^<[\w.+-]+@[\w.-]+>$/;
const BOUNDARY_LENGTH = 24;

/**
 * Raw RFC 5322 bytes. Boundary, date and Message-ID come from the letter, so the same letter gives the same bytes.
 *
 * @throws RangeError for an address or a Message-ID that could carry a second recipient or header
 */
export async function composeMail(sender: Sender, letter: Letter): Promise<Buffer> {
  return compileMail(sender, letter).build();
}

/** The same as a tree of parts that is not written yet. @throws RangeError as `composeMail` does */
export function compileMail(sender: Sender, letter: Letter): MimeNode {
  const { subject, text, html, date, language } = letter;
  const messageId = oneMessageId(letter.messageId);
  const replyTo = letter.replyTo === undefined ? {} : { replyTo: mailbox(letter.replyTo) };
  const inReplyTo = letter.inReplyTo === undefined ? {} : { inReplyTo: oneMessageId(letter.inReplyTo) };
  const mail = {
    from: mailbox(sender.address, fromName(letter.sender ?? '', sender.name)),
    to: mailbox(letter.to), // as an object: text would be parsed and could name more recipients
    ...replyTo,
    ...inReplyTo,
    ...(letter.inReplyTo === undefined ? {} : { references: letter.inReplyTo }),
    subject: subject.replaceAll(/\s+/g, ' ').trim(),
    encoding: 'quoted-printable', // said, not found out by counting the signs of each part
    text: withCrLf(text),
    ...(html === undefined ? {} : { html: withCrLf(html) }),
    attachments: (letter.attachments ?? []).map(({ filename, mediaType, bytes }) => ({
      filename: filename.replaceAll(/[^\p{L}\p{N}._-]/gu, '_'),
      contentType: mediaType,
      content: bytes,
      contentTransferEncoding: 'base64' as const,
    })),
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834: no holiday reply comes back
      ...(language === undefined ? {} : { 'Content-Language': language }),
    },
    messageId,
    date,
    baseBoundary: baseBoundaryOf(messageId),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return new MailComposer(mail).compile();
}

/** What the boundary of a mail is made of. */
export const baseBoundaryOf = (messageId: string): string =>
  createHash('sha256').update(messageId).digest('hex').slice(0, BOUNDARY_LENGTH);

/** Longer names are cut: a header's line stays short, and a phone shows the organisation and what brings its mail. */
const LONGEST_NAME = 80;

/** "Slime SAS via Vigie": who writes, on one line without control signs; the composer quotes and encodes it. */
function fromName(organisation: string, installation: string): string {
  const plain = organisation.replaceAll(/[\p{C}\p{Z}\s<>"]+/gu, ' ').trim();
  const name = [...plain].slice(0, LONGEST_NAME).join('').trim();
  return name === '' ? installation : `${name} via ${installation}`;
}

/** SMTP knows no other line end: what is stored is, byte for byte, what the relay gets. */
export const withCrLf = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');

export const isOneAddress = (address: string): boolean => ONE_ADDRESS.test(address);

/** @throws RangeError for what is no Message-ID, or more than one */
export const oneMessageId = (id: string): string => matching(MESSAGE_ID, id, 'Message-ID');

/** @throws RangeError for what is no address, or more than one */
export function mailbox(address: string, name = '') {
  return { name, address: matching(ONE_ADDRESS, address, 'address') };
}

/** The value stays out of the message: an address is personal and errors are logged. */
function matching(pattern: RegExp, value: string, what: string): string {
  if (!pattern.test(value)) throw new RangeError(`not one ${what}`);
  return value;
}
