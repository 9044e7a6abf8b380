import { type LegalDue, type LegalStatus, legalStatus } from '../deadline/legalClock';

export type Delay = {
  /** `late_strict`: late by the careful count only, not yet by the Regulation's. */
  status: LegalStatus;
  /** Reasons go by the careful count: asked for a little too early, never too late (domain rules 3.1). */
  reasonsNeeded: boolean;
  /** Past the careful limit; 0 while in time. */
  lateMs: number;
};

/** Whether a notification that leaves at this instant must say why it is late (Art. 33(1)). */
export function delayAt(due: LegalDue, at: Date): Delay {
  const status = legalStatus(due, at);
  return {
    status,
    reasonsNeeded: status !== 'running',
    lateMs: Math.max(0, at.getTime() - Date.parse(due.strict)),
  };
}
