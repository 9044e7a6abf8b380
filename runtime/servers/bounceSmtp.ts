import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { LONGEST_REPORT_BYTES } from '../../domain/delivery/deliveryStatus';
import { replyTo, SmtpReply } from './smtpReply';

export type BounceSmtp = { port: number; stop: () => Promise<void> };

/** What became of a mail that came back. */
export type Verdict = 'taken' | 'unmatched' | 'unreadable';

type Settings = {
  host: string;
  /** 0: any free one. */
  port: number;
  /** The one recipient that is taken: this is no relay. */
  address: string;
  /** Rejects when it could not be kept: the other side tries again. */
  take(raw: Buffer): Promise<Verdict>;
};

const MOST_CLIENTS = 20;
/** RFC 5321: our fault for now, try again; refused for good. */
const [TRY_LATER, NO_SUCH_BOX, TOO_LARGE, REFUSED] = [451, 550, 552, 554];

/**
 * Takes what comes back to the sender address of notices, from the mail server that gets it. A report counts as taken
 * once it is an entry. No mail leaves from here and none is kept that is no report of ours.
 */
export async function startBounceSmtp({ host, port, address, take }: Settings): Promise<BounceSmtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LONGEST_REPORT_BYTES,
    maxClients: MOST_CLIENTS,
    banner: 'Vigie, delivery reports only',
    onRcptTo(recipient, _session, done) {
      const isOurs = recipient.address.toLowerCase() === address.toLowerCase();
      done(isOurs ? null : new SmtpReply(NO_SUCH_BOX, '5.1.1 only delivery reports are taken'));
    },
    onData(stream, _session, done) {
      read(stream)
        .then(take)
        .then(
          (verdict) => done(answers[verdict]),
          (error: unknown) => done(replyTo(error, new SmtpReply(TRY_LATER, '4.3.0 not kept, try again'))),
        );
    },
  });
  server.on('error', () => undefined); // a client that went away; the server listens on
  const listening = server.listen(port, host);
  await once(listening, 'listening');
  const bound = listening.address();
  if (bound === null || typeof bound === 'string') throw new Error('the listener for delivery reports has no port');
  return { port: bound.port, stop: () => new Promise((resolve) => server.close(resolve)) };
}

async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length <= LONGEST_REPORT_BYTES) chunks.push(Buffer.from(chunk)); // the rest is read and dropped
  }
  if (length > LONGEST_REPORT_BYTES) throw new SmtpReply(TOO_LARGE, '5.3.4 larger than any report');
  return Buffer.concat(chunks);
}

const answers: Record<Verdict, SmtpReply | null> = {
  taken: null,
  unmatched: new SmtpReply(REFUSED, '5.7.0 about nothing that left from here'),
  unreadable: new SmtpReply(REFUSED, '5.6.0 no delivery status notice'),
};
