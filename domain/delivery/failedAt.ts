import { bounceOf, delayOf, isAccepted, lastResult, type Outgoing } from './outbox';

/** A mail that was put off twice is treated as refused: another way is opened, and the mail goes on being tried. */
const PUT_OFF_ATTEMPTS = 2;

/** Since when a mail is known not to arrive, or not soon (UTC): refused or put off by our relay, or reported by a later one. */
export function failedAt(outgoing: Outgoing): string | null {
  const report = bounceOf(outgoing) ?? delayOf(outgoing);
  if (report !== null) return report.at;
  if (isAccepted(outgoing)) return null; // what came of a repeat changes nothing
  const result = lastResult(outgoing);
  const isPutOff = (result === 'deferred' || result === 'unknown') && outgoing.attempts.length >= PUT_OFF_ATTEMPTS;
  return result === 'refused' || isPutOff ? (outgoing.attempts.at(-1)?.outcome?.at ?? null) : null;
}

/** What came of it in the words of the protocol, for our own people: a result and its code. */
export function resultOf(failed: Outgoing): string {
  const report = bounceOf(failed) ?? delayOf(failed);
  if (report !== null) return `${report.action} (DSN ${report.status})`;
  const code = failed.attempts.at(-1)?.outcome?.replyCode;
  const protocol = failed.channel === 'email' ? 'SMTP' : 'HTTP';
  return `${lastResult(failed) ?? 'unknown'}${code === null || code === undefined ? '' : ` (${protocol} ${code})`}`;
}
