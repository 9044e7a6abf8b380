import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import type { CaughtAttachment, CaughtMailView } from '../../application/ports/mailbox';

export type ReadMail = Omit<CaughtMailView, 'id' | 'receivedAt' | 'attachments'> & { attachments: CaughtAttachment[] };

/** A raw mail as a person reads it: its text, never its HTML, which a page must not show unasked. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const parsed = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  return {
    ...readHead(parsed),
    from: addressText(parsed.from),
    date: parsed.date?.toISOString() ?? null,
    text: parsed.text ?? '',
    attachments: parsed.attachments.map(({ filename, contentType, content }) => ({
      filename: filename ?? 'annexe',
      mediaType: contentType,
      bytes: content,
    })),
  };
}

/** Only what a list shows; the body is not parsed. */
export async function readMailHead(raw: Buffer): Promise<{ to: string; subject: string }> {
  const end = raw.indexOf('\r\n\r\n');
  return readHead(await simpleParser(end < 0 ? raw : raw.subarray(0, end + 4)));
}

const readHead = ({ to, subject }: ParsedMail) => ({ to: addressText(to), subject: subject ?? '' });

function addressText(addresses: AddressObject | AddressObject[] | undefined): string {
  const all = addresses === undefined ? [] : [addresses].flat();
  return all.map(({ text }) => text).join(', ');
}
