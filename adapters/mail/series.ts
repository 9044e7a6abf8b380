import { encode, wrap } from 'nodemailer/lib/qp';
import type { SerialLetter, SerialMail } from '../../application/ports/mailer';
import type { Inset } from '../../application/ports/texts';
import { compileMail, type Sender, withCrLf } from './compose';

const CR_LF = '\r\n';

/**
 * Mails that differ in their recipient, their Message-ID and one line of their text. Quoted-printable breaks each line by
 * itself (RFC 2045 6.7), so what stands before and after that line is encoded once. The head, which says the boundary that
 * follows from the Message-ID, is the composer's own.
 */
export function composeSeries(sender: Sender, letter: SerialLetter): (mail: SerialMail) => Buffer {
  const { text, html, ...common } = letter;
  const [plain, rich] = [inPrint(text), inPrint(html)];
  return ({ to, messageId, line }) => {
    const mail = compileMail(sender, { ...common, to, messageId, text: '-', html: '-' });
    const head = mail.buildHeaders();
    const inner = mail.childNodes.map((part) => part.buildHeaders());
    const boundary = `--${mail.boundary}`;
    const opening = (part: number) => `${boundary}${CR_LF}${inner[part]}${CR_LF}${CR_LF}`;
    return Buffer.concat([
      Buffer.from(`${head}${CR_LF}${CR_LF}${opening(0)}`),
      ...plain(line),
      Buffer.from(`${CR_LF}${opening(1)}`),
      ...rich(line),
      Buffer.from(`${CR_LF}${boundary}--${CR_LF}`),
    ]);
  };
}

/** A part of which only the lines around its place are encoded for each mail. */
function inPrint({ before, at, after }: Inset): (line: string) => Buffer[] {
  const [above, below] = [withCrLf(before), withCrLf(after)];
  const lead = above.lastIndexOf(CR_LF) < 0 ? 0 : above.lastIndexOf(CR_LF) + CR_LF.length;
  const trail = below.includes(CR_LF) ? below.indexOf(CR_LF) + CR_LF.length : below.length;
  const [head, foot] = [quoted(above.slice(0, lead)), quoted(below.slice(trail))];
  const around = (inset: string) => above.slice(lead) + withCrLf(inset) + below.slice(0, trail);
  return (line) => [head, quoted(around(at(line))), foot];
}

const quoted = (text: string): Buffer => Buffer.from(wrap(encode(text)), 'latin1');
