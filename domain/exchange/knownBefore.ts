import { GDPR_APPLIES } from '../shared/instant';
import type { ReadEnvelope } from '../controllerCase/envelope';

/**
 * Since when we may have known of a notice by another way, as far as its sealed envelope bears out what its sender says
 * beside it (rule E5). The first version can have had none before it; of a later one no word left before the breach began
 * that it tells of. What is borne out by nothing starts no clock: it runs from the receipt, and a person who knows better
 * says so, which binds at once.
 */
export function knownBefore(
  said: string | null,
  { header, facts }: Pick<ReadEnvelope, 'header' | 'facts'>,
): string | null {
  if (said === null || header.notice.version === 1 || Date.parse(said) > Date.parse(header.madeAt)) return null;
  if (Date.parse(said) < Date.parse(GDPR_APPLIES)) return null; // a slip in the year: the notice is not lost for it
  const period = facts?.record.period ?? null;
  const began = period !== null && 'from' in period ? period.from : null;
  return began !== null && Date.parse(said) < Date.parse(began) ? began : said;
}
