import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';

/** In milliseconds. Their sum must stay below the lease of an attempt and half the margin of a protective notice. */
export type RelayTimeouts = { connectionMs: number; greetingMs: number; socketMs: number };

export const RELAY_TIMEOUTS: RelayTimeouts = { connectionMs: 10_000, greetingMs: 10_000, socketMs: 30_000 };

/**
 * How far one mail got. `handedOver`: the relay said 354 and the bytes were on their way, so that without an answer
 * it may have taken them. `refusedMail`: it was this mail, its sender or its recipient that the reply is about.
 */
export type Conversation =
  | { done: true; replyCode: number; dsn: boolean; secure: boolean }
  | { done: false; replyCode: number | null; handedOver: boolean; refusedMail: boolean; step: string };

export type Parcel = { from: string; to: string; raw: Buffer; envelopeId: string };

/**
 * One connection, one mail, one recipient. Never rejects. Ends after the sum of the time-outs whatever the relay does,
 * since a relay that drips one byte at a time would outlive an inactivity time-out.
 * @param mayLeave waited for once the relay was reached: until it is true, nothing of the mail is said
 */
export function handToRelay(
  url: string,
  timeouts: RelayTimeouts,
  parcel: Parcel,
  mayLeave: Promise<boolean>,
): Promise<Conversation> {
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: timeouts.connectionMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.socketMs,
    socketCloseTimeout: 0,
  });
  const allowed = mayLeave.catch(() => false);
  let handedOver = false;
  const message = new Readable({
    read() {
      handedOver = true;
      this.push(parcel.raw);
      this.push(null);
    },
  });
  const { from, to, raw, envelopeId } = parcel;
  const dsn = { ret: 'HDRS', envid: envelopeId, notify: ['SUCCESS', 'FAILURE', 'DELAY'], recipient: to };
  return new Promise((resolve) => {
    const total = timeouts.connectionMs + timeouts.greetingMs + timeouts.socketMs;
    const alarm = setTimeout(() => fail(null), total);
    const end = (conversation: Conversation) => {
      clearTimeout(alarm);
      resolve(conversation);
      connection.close();
    };
    const fail = (error: unknown) => end({ done: false, handedOver, ...readFailure(error) });
    const deliver = () =>
      connection.send({ from, to, size: raw.length, dsn }, message, (error, info) => {
        if (error !== null || info === undefined) return fail(error);
        const offered = (info.ehlo ?? []).some((line) => /^DSN\b/i.test(line));
        end({ done: true, replyCode: Number(info.response.slice(0, 3)), dsn: offered, secure: connection.secure });
      });
    const whenAllowed = () => void allowed.then((may) => (may ? deliver() : fail(null)));
    connection.on('error', fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (auth === undefined) return whenAllowed();
      connection.login(auth, (denied) => (denied ? fail(denied) : whenAllowed()));
    });
  });
}

const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

function readFailure(error: unknown): { replyCode: number | null; refusedMail: boolean; step: string } {
  if (typeof error !== 'object' || error === null) return { replyCode: null, refusedMail: false, step: 'time' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const replyCode = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  const step = 'command' in error && typeof error.command === 'string' ? error.command : code;
  return { replyCode, refusedMail: replyCode !== null && ABOUT_THE_MAIL.has(code), step };
}
