import type { RegimeAnswer } from './answer';
import { regimesAt } from './inForce';
import { RegimeId } from './vocabulary';

export type Screening = {
  /** Not asked yet, or answered "unknown": these are answered before the case is closed. */
  unanswered: RegimeId[];
  /** Concerned: their clocks run. */
  running: RegimeId[];
  notConcerned: RegimeId[];
};

/**
 * Which of the regimes that were law at an instant have been looked at, each in the order of the catalogue.
 *
 * @param answers in the order in which they were given: of one regime the newest counts
 * @param at when the case began, since a law that comes into force later binds what is known from then on; a regime that
 *   somebody has answered "yes" runs all the same
 */
export function screening(answers: readonly RegimeAnswer[], at: string): Screening {
  const newest = new Map(answers.map(({ regime, concerned }) => [regime, concerned]));
  const asked = new Set([...regimesAt(at).map(({ id }) => id), ...newest.keys()]);
  const those = (concerned: RegimeAnswer['concerned']) =>
    RegimeId.options.filter((id) => asked.has(id) && (newest.get(id) ?? 'unknown') === concerned);
  return { unanswered: those('unknown'), running: those('yes'), notConcerned: those('no') };
}
