import type { TestRelay } from '../../application/ports/mailer';
import { isOneAddress } from './compose';
import { handToRelay, RELAY_TIMEOUTS } from './relay';
import type { SmtpSettings } from './smtp';

/** `encrypted`: the relay was reached over TLS. `deliveryStatus`: it offers RFC 3461, so bounces can be matched. */
export function createRelayTest({
  url,
  from,
  returnPath = from.address,
  timeouts = RELAY_TIMEOUTS,
}: Omit<SmtpSettings, 'catching'>): TestRelay {
  return async ({ to, raw, envelopeId }) => {
    if (!isOneAddress(to)) return { accepted: false, replyCode: null, step: 'address' };
    const talk = await handToRelay(url, timeouts, { from: returnPath, to, raw, envelopeId }, Promise.resolve(true));
    if (!talk.done) return { accepted: false, replyCode: talk.replyCode, step: talk.step };
    return { accepted: true, replyCode: talk.replyCode, encrypted: talk.secure, deliveryStatus: talk.dsn };
  };
}
