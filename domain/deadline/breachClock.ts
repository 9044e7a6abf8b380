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
  /** Detection of the *violation*, as it was said last; the first alert is kept apart. */
  detectedAt: string | null;
  nature: readonly Nature[];
  held: Held;
  /** Record time of the newest confirmation, correction, change of nature or cancellation. */
  changedAt: string | null;
};

/** Earliest detections, where a contract counts from them. They bind as `provisionalT0` does where it does not. */
export type Held = {
  /** Of all that were recorded. */
  detection: string | null;
  /** Of those that counted for a loss of confidentiality; null while none was named. */
  confidentiality: string | null;
};

export type Due = { t0: string; dueAt: string; provisional: boolean };

/**
 * When the contract wants the controller told: strict elapsed hours from the earliest instant that governs.
 *
 * @returns UTC instants, or null while nothing runs (no suspicion, or ruled out)
 * @see domain rules section 3.3 (reference agreement art. 2(b)(ii) and Annex 2 §12; duty S3-01)
 */
export function processorDue(clock: BreachClock, { breachNotice }: Pick<Terms, 'breachNotice'>): Due | null {
  const t0 = t0Of(clock, breachNotice);
  if (t0 === null) return null;
  const dueAt = new Date(Date.parse(t0) + breachNotice.hours * HOUR_MS).toISOString();
  return { t0, dueAt, provisional: clock.status === 'provisional' };
}

/** Whether a contract counts from detection: always, for a loss of confidentiality, or never. */
export type Triggers = Pick<Terms['breachNotice'], 'from' | 'confidentialityFromDetection'>;

/** The earliest instant that governs under a contract that counts so; null while nothing runs. */
export function t0Of({ status, provisionalT0, awareAt, held }: BreachClock, triggers: Triggers): string | null {
  if (status === 'none' || status === 'cancelled') return null;
  const ofConfidentiality = triggers.confidentialityFromDetection ? held.confidentiality : null;
  const detection = triggers.from === 'detection' ? held.detection : ofConfidentiality;
  const known = [provisionalT0, awareAt, detection].filter((instant): instant is string => instant !== null);
  const least = Math.min(...known.map((instant) => Date.parse(instant)));
  return Number.isFinite(least) ? new Date(least).toISOString() : null;
}
