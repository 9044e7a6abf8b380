import type { LimitKey } from '../law/limits';
import type { Jurisdiction } from '../law/profiles';
import type { AnswerFact, FactKey, InstantFact } from './facts';
import type { Content, Note, Recipient, RegimeId, StageId, YesNoUnknown } from './vocabulary';

/** The instant that a stage runs from: the trigger, another fact, or the newest sending of one of these stages. */
export type From = 'triggerAt' | InstantFact | { sent: readonly StageId[] };

/**
 * When a stage is owed, or owed so. What nobody has answered counts as `unknown`, and mostly owes more or sooner.
 * `classified`: whether the incident was classified within the hours that count from awareness.
 */
export type Condition = { fact: AnswerFact; is: readonly YesNoUnknown[] } | { classified: 'inTime' | 'later' };

export type StageSpec = {
  id: StageId;
  from: From;
  /** null: without undue delay, no number. `set`: a person sets the limit (fact `dueAt`). */
  limit: LimitKey | 'set' | null;
  /** A second limit; the one that is over first governs. */
  orSooner?: { from: From; limit: LimitKey };
  /** A contract may give more than the law's working days. */
  orLonger?: 'policyWorkingDays';
  when?: Condition;
  /** Owed only once its fact is known: it keeps no case open while it is not. */
  optional?: true;
  /** A limit that falls on a day not worked may be met by noon of the next one, where `noonRule` is answered yes. */
  noon?: true;
  to: readonly Recipient[];
  tells: readonly Content[];
};

/** One regime as data. Its key names the screening question, the trigger and the labels too. */
export type Regime = {
  id: RegimeId;
  /** Whose profile gives its lengths. */
  law: Jurisdiction;
  /** The facts that it takes beside its trigger. */
  facts: readonly FactKey[];
  stages: readonly StageSpec[];
  notes: readonly Note[];
};
