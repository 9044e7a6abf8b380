import type { BreachClock } from '../deadline/breachClock';
import type { Proposal } from './breachValues';
import { cancel, correct, release } from './clock';
import type { Incident } from './incident';

/** The clock of a breach once a proposal has taken effect. */
export function proposedClock(clock: BreachClock, proposal: Proposal, at: string): BreachClock {
  switch (proposal.command) {
    case 'event.dismiss':
    case 'regime.concern':
    case 'regime.exclude':
    case 'law.move':
      return clock;
    case 'clock.release':
      return release(clock, proposal.awareAt, at);
    case 'aware.correct':
      return correct(clock, proposal, at);
    case 'breach.ruleOut':
      return cancel(clock, at);
  }
}

/** The clock as an entry found it. */
export const clockBefore = ({ clock, clockHistory }: Incident, seq: number): BreachClock =>
  clockHistory.find((change) => change.seq >= seq)?.before ?? clock;
