import type { Approval } from '../approval/approval';
import type { BreachClock } from '../deadline/breachClock';
import type { Outgoing } from '../delivery/outbox';
import type { Folded } from '../journal/states';
import type { AwareSet, Proposal, Suspected } from './breachValues';
import type { Declared, Reported } from './reportValues';
import type { SubNotice } from './subNotice';
import type { Stage } from './transitions';
import type { Touched } from './vocabulary';
import type { Regimes } from '../regime/asked';
import type { FactsRecorded, FollowUpStep, Measure, Note, RegimeReminded } from './workValues';

/** Who wrote an entry, and when: `at` is the record time, `seq` its number. */
export type Mark = { seq: number; at: string; byId: string };

/** What is known, without the free text's author: later records overwrite field by field. */
export type Facts = Omit<FactsRecorded, 'agreementId' | 'natureAdded'>;

/** A clock before and after the entry that moved it: old values are kept. */
export type ClockChange = Mark & { type: string; before: BreachClock; after: BreachClock };

/** One person acted for two. Somebody of DPO or DIR, and not the same, reviews it the next working day. */
export type BreakGlass = Mark & { command: string; reason: string | null; reviewed: Mark | null };

export type Incident = Folded & {
  stage: Stage;
  reference: { signal: string; incident: string | null };
  report: Reported & Mark;
  triage: Mark | null;
  dismissed: (Mark & { reason: string | null; personalDataOnSystem: boolean }) | null;
  justifications: readonly (Mark & { reason: string | null })[];
  declared: (Declared & Mark) | null;
  /** Controllers told of the incident as such, breach or not. */
  told: readonly (Mark & { touched: readonly Touched[]; text: string | null })[];
  suspected: (Suspected & Mark) | null;
  aware: (AwareSet & Mark) | null;
  ruledOut: (Mark & { evidenceRefs: readonly string[]; reason: string | null }) | null;
  /** What sub-processors told us, in the order in which it was recorded. */
  subNotices: readonly SubNotice[];
  /** Every agreement that a breach touches or may touch; it only grows. */
  touched: readonly Touched[];
  ownProcessing: boolean;
  clock: BreachClock;
  clockHistory: readonly ClockChange[];
  facts: { common: Facts; byAgreement: Readonly<Record<string, Facts>> };
  measures: readonly (Measure & Mark)[];
  notes: readonly (Note & Mark)[];
  approvals: readonly Approval<Proposal>[];
  breakGlasses: readonly BreakGlass[];
  /** What was answered and done under other laws (domain rules 6). */
  regimes: Regimes;
  /** Since when an attack is known, by the earliest instant ever recorded: a complaint's hours run from it (domain rules 7.6). */
  attack: (Mark & { knownAt: string }) | null;
  regimesReminded: readonly (Pick<RegimeReminded, 'ladder' | 'about' | 'step'> & { at: string })[];
  peopleTold: readonly { step: FollowUpStep; about: number; at: string }[];
  outbox: readonly Outgoing[];
  closed: (Mark & { outcome: 'breach' | 'notABreach'; lessons: string | null }) | null;
};

/**
 * What one controller may be told is known: what is common, and its own part over it. Numbers that were given for
 * all together are its own only where it is alone (invariant 8).
 */
export function factsFor({ facts, touched }: Pick<Incident, 'facts' | 'touched'>, agreementId: string): Facts {
  const own = facts.byAgreement[agreementId] ?? {};
  const isAlone = touched.every((other) => other.agreementId === agreementId);
  return { ...(isAlone ? facts.common : forEverybody(facts.common)), ...own };
}

/** The same for our own processing: what was said of others together with us is not said of us alone. */
export const factsOfOurs = ({ facts, touched }: Pick<Incident, 'facts' | 'touched'>): Facts =>
  touched.every(({ role }) => role === 'controller') ? facts.common : forEverybody(facts.common);

function forEverybody(common: Facts): Facts {
  const {
    persons: _persons,
    records: _records,
    description: _text,
    consequencesText: _view,
    systems: _systems,
    ...shared
  } = common;
  return shared;
}
