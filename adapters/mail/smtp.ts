import type { Mailer, SendResult } from '../../application/ports/mailer';
import { composeMail, isOneAddress, type Sender } from './compose';
import { readMail } from './readMail';
import { handToRelay, RELAY_TIMEOUTS, type Conversation, type RelayTimeouts } from './relay';
import { composeSeries } from './series';

export type SmtpSettings = {
  /** `smtp://` or `smtps://`, e.g. `smtp://user:secret@relay.example:587?requireTLS=true`. */
  url: string;
  from: Sender;
  /** Envelope sender, to which delivery reports come back (RFC 5321 reverse path); by default the sender. */
  returnPath?: string;
  /** True while no relay is set: what the catching server takes is CAUGHT, never SENT. */
  catching: boolean;
  /** Default: 10 s, 10 s, 30 s. Shorten with short contracts. */
  timeouts?: RelayTimeouts;
};

export function createSmtpMailer({
  url,
  from,
  returnPath = from.address,
  catching,
  timeouts = RELAY_TIMEOUTS,
}: SmtpSettings): Mailer {
  return {
    compose: (letter) => composeMail(from, letter),

    series: (letter) => composeSeries(from, letter),

    textOf: async (raw) => (await readMail(raw)).text,

    async send({ to, raw, envelopeId, timeoutMs, mayLeave }) {
      if (!isOneAddress(to)) return { result: 'refused', replyCode: null };
      const parcel = { from: returnPath, to, raw, envelopeId };
      return readOutcome(await handToRelay(url, within(timeouts, timeoutMs), parcel, mayLeave), catching);
    },
  };
}

/**
 * `refused` is final and about this mail or its recipient. A relay that is away, busy, or denies *us* (log-in, TLS) is
 * `deferred`: another try may succeed. `unknown`: the bytes were on their way and no answer came.
 */
function readOutcome(conversation: Conversation, catching: boolean): SendResult {
  const { replyCode } = conversation;
  if (conversation.done) return { result: catching ? 'caught' : 'accepted', replyCode };
  const { handedOver, refusedMail } = conversation;
  if (replyCode === null) return { result: handedOver ? 'unknown' : 'deferred', replyCode };
  return { result: refusedMail && replyCode >= 500 ? 'refused' : 'deferred', replyCode };
}

/** All three shortened alike, so that their sum, which caps the whole conversation, fits into the time there is. */
function within(timeouts: RelayTimeouts, totalMs: number | undefined): RelayTimeouts {
  const { connectionMs, greetingMs, socketMs } = timeouts;
  const part = totalMs === undefined ? 1 : Math.min(1, totalMs / (connectionMs + greetingMs + socketMs));
  return { connectionMs: connectionMs * part, greetingMs: greetingMs * part, socketMs: socketMs * part };
}
