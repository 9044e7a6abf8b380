import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { CatchStore } from '../../application/ports/mailbox';
import { readEnvelopeId } from '../../domain/delivery/envelopeId';
import { replyTo, SmtpReply } from './smtpReply';

export type CatchingSmtp = { port: number; url: string; stop: () => Promise<void> };

/** `port` 0: any free one. */
type Settings = { port: number; store: CatchStore };

const MAX_MAIL_BYTES = 30_000_000;
const LOOPBACK = '127.0.0.1';
/** RFC 5321: our fault for now, try again; refused for good. */
const [TRY_LATER, NOT_OURS, TOO_LARGE] = [451, 550, 552];

/**
 * Takes the mails that Vigie would send and keeps them for `/mailbox`: nothing leaves the machine. A mail counts as
 * taken once it is stored. Mails of anybody else are refused, since no organisation could read them.
 */
export async function startCatchingSmtp({ port, store }: Settings): Promise<CatchingSmtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    hideDSN: false, // without it the ENVID, and with it the organisation, is dropped in silence
    disableReverseLookup: true,
    size: MAX_MAIL_BYTES,
    banner: 'Vigie catching server, nothing leaves from here',
    onMailFrom(_address, session, done) {
      done(
        ownerOf(session) === null ? new SmtpReply(NOT_OURS, 'only mails of this Vigie are caught (no ENVID)') : null,
      );
    },
    onData(stream, session, done) {
      keepMail(stream, session, store).then(
        () => done(),
        (error: unknown) => done(replyTo(error, new SmtpReply(TRY_LATER, 'not stored, try again'))),
      );
    },
  });
  server.on('error', () => undefined); // a client that went away; the server listens on
  const listening = server.listen(port, LOOPBACK);
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('the catching server has no port');
  return {
    port: address.port,
    url: `smtp://${LOOPBACK}:${address.port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function keepMail(stream: SMTPServerDataStream, session: SMTPServerSession, store: CatchStore): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  if (stream.sizeExceeded) throw new SmtpReply(TOO_LARGE, 'the mail is too large');
  const owner = ownerOf(session);
  if (owner === null) throw new SmtpReply(NOT_OURS, 'no ENVID');
  await store.keep({ ...owner, raw: Buffer.concat(chunks) });
}

function ownerOf({ envelope }: SMTPServerSession): { orgId: string; envelopeId: string } | null {
  const envelopeId = envelope.dsn?.envid ?? null;
  const orgId = envelopeId === null ? undefined : readEnvelopeId(envelopeId)?.orgId;
  return envelopeId === null || orgId === undefined ? null : { orgId, envelopeId };
}
