import { foldLines } from 'nodemailer/lib/mime-funcs';
import type MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import type { SerialLetter, SerialMail } from '../../application/ports/mailer';
import type { Inset } from '../../application/ports/texts';
import { baseBoundaryOf, compileMail, mailbox, oneMessageId, type Sender, withCrLf } from './compose';

const CR_LF = '\r\n';
const SAMPLE = { to: 'sample@vigie.invalid', messageId: '<sample@vigie.invalid>' };

/**
 * Mails that differ in their recipient, their Message-ID and one line of their text. A sample is composed once; where it
 * names its own recipient, Message-ID and boundary, each mail has its own. Byte for byte what `composeMail` makes of
 * texts that end with a line end, as those of the templates do (else its last line may be broken at another place).
 */
export function composeSeries(sender: Sender, letter: SerialLetter): (mail: SerialMail) => Buffer {
  const { text, html, ...common } = letter;
  const sample = compileMail(sender, { ...common, ...SAMPLE, text: '-', html: '-' }) as Encoding;
  const head = `${sample.buildHeaders()}${CR_LF}`;
  const [plainHead = '', richHead = ''] = sample.childNodes.map((part) => part.buildHeaders());
  const toLine = (to: string) => foldLines(`To: ${sample.encodeHeaderValue('To', mailbox(to))}`);
  const idLine = (id: string) => foldLines(`Message-ID: ${oneMessageId(id)}`);
  const [aboveTo, belowTo] = cut(head, toLine(SAMPLE.to));
  const [aboveId, belowId] = cut(belowTo, idLine(SAMPLE.messageId));
  const [beforeBase, afterBase] = cut(String(sample.boundary), baseBoundaryOf(SAMPLE.messageId));
  const [beforeBoundary, afterBoundary] = cut(belowId, String(sample.boundary));
  const [plain, rich] = [inPrint(text), inPrint(html)];
  return ({ to, messageId, line }) => {
    const boundary = `${beforeBase}${baseBoundaryOf(messageId)}${afterBase}`;
    const own = `${aboveTo}${toLine(to)}${aboveId}${idLine(messageId)}${beforeBoundary}${boundary}${afterBoundary}`;
    const opening = (of: string) => `--${boundary}${CR_LF}${of}${CR_LF}${CR_LF}`;
    return Buffer.concat([
      Buffer.from(`${own}${CR_LF}${opening(plainHead)}`),
      ...plain(line),
      Buffer.from(`${CR_LF}${opening(richHead)}`),
      ...rich(line),
      Buffer.from(`${CR_LF}--${boundary}--${CR_LF}`),
    ]);
  };
}

/** It writes one header as it stands in the mail; its published types leave that out. */
type Encoding = MimeNode & { encodeHeaderValue(key: string, value: unknown): string };

/** What stands before and after the one place of a mark. @throws Error where it has another number of places */
function cut(text: string, mark: string): [string, string] {
  const [before, after, ...more] = text.split(mark);
  if (before === undefined || after === undefined || more.length > 0) throw new Error('the composer writes otherwise');
  return [before, after];
}

/**
 * A part of which only the lines around its place are encoded for each mail: quoted-printable breaks each line by itself
 * (RFC 2045 6.7).
 */
function inPrint({ before, at, after }: Inset): (line: string) => Buffer[] {
  const [above, below] = [withCrLf(before), withCrLf(after)];
  const lead = above.includes(CR_LF) ? above.lastIndexOf(CR_LF) + CR_LF.length : 0;
  const trail = below.includes(CR_LF) ? below.indexOf(CR_LF) + CR_LF.length : below.length;
  const [head, foot] = [quoted(above.slice(0, lead)), quoted(below.slice(trail))];
  const around = (inset: string) => above.slice(lead) + withCrLf(inset) + below.slice(0, trail);
  return (line) => [head, quoted(around(at(line))), foot];
}

const quoted = (text: string): Buffer => Buffer.from(wrap(encode(text)), 'latin1');
