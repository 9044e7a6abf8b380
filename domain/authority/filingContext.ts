import type { FilingType } from './vocabulary';

/** What a notification is, beside the facts: known to the case, not to the record. */
export type FilingContext = {
  type: FilingType;
  /** Number that the authority gave to the initial notification. */
  initialNumber: string | null;
  /** The controller's awareness as it binds, from the clock of the case: later, two persons decide. */
  awareAt: string | null;
  /** What one person said later than that, for the comment beside it; null for none. */
  saidLaterAt: string | null;
  /** From `delayAt`. */
  reasonsNeeded: boolean;
  /** Why it was no breach after all (E10); a withdrawal only. */
  withdrawalReason: string | null;
};

/** What the template asks beside the record and the filing. */
export type EdpbContext = FilingContext & {
  internalReference: string;
  exercise: boolean;
  /** What was decided of the risk; null: not yet. */
  risk: 'unlikely' | 'risk' | 'high' | null;
  /** How it was assessed, in words. */
  riskMethod: string | null;
  leadAuthority: string | null;
  establishments: readonly string[];
  /** Of a controller outside the EEA (Art. 27). */
  eeaRepresentative: string | null;
};
