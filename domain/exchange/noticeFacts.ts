import { z } from 'zod';
import { RecordChange } from '../authority/breachRecord';
import { NamedContact } from '../notice/items';

/** What of items a to e fits a field of the controller's record (GDPR Art 33(3), domain rules 2.2). */
const told = RecordChange.pick({
  natures: true,
  origins: true,
  causes: true,
  description: true,
  systems: true,
  period: true,
  datesComment: true,
  data: true,
  sensitive: true,
  records: true,
  personCategories: true,
  persons: true,
  consequencesText: true,
  measuresAfter: true,
});

/**
 * What a version of a notice says as values, in the words of the controller's record, so that nobody keys it in again. It
 * travels in the sealed envelope; members of later versions are not read, and do no harm.
 */
export const NoticeFacts = z.object({
  record: z.object(told.shape),
  contacts: z.array(NamedContact).max(5),
});
export type NoticeFacts = z.infer<typeof NoticeFacts>;

/** More than the longest items need, bytes of canonical JSON: what is longer is in the letter alone, so that a call can carry it. */
export const LONGEST_FACTS = 120_000;

/** An envelope with its facts holds no more characters. */
export const LONGEST_ENVELOPE = 140_000;

/** When the breach began, UTC, as far as the notice says the instant; null: it does not. */
export function beganIn({ record: { period = null } }: NoticeFacts): string | null {
  return period !== null && 'from' in period ? period.from : null;
}
