import { GDPR_APPLIES } from '../shared/instant';
import { beganIn } from './noticeFacts';
import type { ReadEnvelope } from '../controllerCase/envelope';

/** Taken within it, a version came as it was sealed: both are one receipt (product). */
const AT_ONCE_MS = 15 * 60_000;

/**
 * Since when we may have known of a notice by another way, as far as its sealed envelope bears that out (rule E5). A first
 * version had none before it, but its mails left when it was sealed, so one that is taken late is presumed known since then
 * (domain rules 7.3). Of a later one it is what its sender says beside it: no word left before the breach began that it
 * tells of. What is borne out by nothing starts no clock: that runs from the receipt, and who knows better says so.
 *
 * @param takenAt when this installation takes it
 */
export function knownBefore(
  said: string | null,
  { header, facts }: Pick<ReadEnvelope, 'header' | 'facts'>,
  takenAt: string,
): string | null {
  const { madeAt, notice } = header;
  const isLate = Date.parse(takenAt) - Date.parse(madeAt) > AT_ONCE_MS;
  const known = notice.version > 1 ? said : isLate ? madeAt : null;
  if (known === null || Date.parse(known) > Date.parse(madeAt)) return null;
  if (Date.parse(known) < Date.parse(GDPR_APPLIES)) return null; // a slip in the year: the notice is not lost for it
  const began = facts && beganIn(facts);
  const since = began !== null && Date.parse(known) < Date.parse(began) ? began : known;
  return Date.parse(since) > Date.parse(takenAt) ? null : since;
}
