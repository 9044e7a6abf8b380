import { type LegalDue, type LegalStatus, legalStatus } from '../deadline/legalClock';
import type { Issue } from '../shared/errors';
import type { BreachRecord } from './breachRecord';

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

/** What a late notification still has to say, at its place in the record. Empty while it is in time. */
export function delayIssues(
  { delayReasons, delayText }: Pick<BreachRecord, 'delayReasons' | 'delayText'>,
  { reasonsNeeded }: Pick<Delay, 'reasonsNeeded'>,
): Issue[] {
  if (!reasonsNeeded) return [];
  const issues: Issue[] = [];
  if ((delayReasons ?? []).length === 0) {
    issues.push({ pointer: '/delayReasons', message: 'a notification after 72 hours names its reasons' });
  }
  if ((delayText ?? null) === null) {
    issues.push({ pointer: '/delayText', message: 'a notification after 72 hours says why, in words' });
  }
  return issues;
}
