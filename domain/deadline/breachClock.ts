import { z } from 'zod';
import { HOUR_MS } from '../shared/instant';
import type { Terms } from '../agreement/terms';

/** Confidentiality (disclosure, access), integrity (alteration), availability (loss of access, destruction): rule G2. */
export const Nature = z.enum(['confidentiality', 'integrity', 'availability']);
export type Nature = z.infer<typeof Nature>;

/** What the clocks of a breach run from; derived from the incident, never stored apart from it. */
export type BreachClock = {
  /** `provisional` while only suspected; `cancelled` once ruled out. */
  status: 'none' | 'provisional' | 'confirmed' | 'cancelled';
  /** Earliest plausible t0. It binds, even after `aware.set`, until two persons have approved a later one. */
  provisionalT0: string | null;
  awareAt: string | null;
  /** Detection of the *violation*; the first alert is kept apart. */
  detectedAt: string | null;
  nature: readonly Nature[];
  /** Record time of the newest confirmation, correction, change of nature or cancellation. */
  changedAt: string | null;
};

export type Due = { t0: string; dueAt: string; provisional: boolean };

/**
 * When the contract wants the controller told: strict elapsed hours from the earliest instant that governs.
 *
 * @returns UTC instants, or null while nothing runs (no suspicion, or ruled out)
 * @see domain rules section 3.3 (reference agreement art. 2(b)(ii) and Annex 2 §12; duty S3-01)
 */
export function processorDue(clock: BreachClock, { breachNotice }: Pick<Terms, 'breachNotice'>): Due | null {
  const t0 = governing(clock, breachNotice);
  if (t0 === null) return null;
  const dueAt = new Date(Date.parse(t0) + breachNotice.hours * HOUR_MS).toISOString();
  return { t0, dueAt, provisional: clock.status === 'provisional' };
}

function governing(clock: BreachClock, terms: Terms['breachNotice']): string | null {
  if (clock.status === 'none' || clock.status === 'cancelled') return null;
  const detectionCounts =
    terms.from === 'detection' || (terms.confidentialityFromDetection && clock.nature.includes('confidentiality'));
  const triggers = [clock.provisionalT0, clock.awareAt, detectionCounts ? clock.detectedAt : null].filter(
    (instant): instant is string => instant !== null,
  );
  const least = Math.min(...triggers.map((instant) => Date.parse(instant)));
  return Number.isFinite(least) ? new Date(least).toISOString() : null;
}
