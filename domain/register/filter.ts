import type { ProcessingRole } from '../incident/vocabulary';
import type { CaseFact, IncidentFact, SubjectFact } from './facts';

/** What a reader narrows a register to. Instants are UTC; `until` is not part of the period. */
export type RegisterFilter = {
  from: string | null;
  until: string | null;
  role: ProcessingRole | null;
  state: 'open' | 'closed' | null;
  /** Exercises have a register of their own (invariant 12). */
  exercise: boolean;
  /** The journal of one contract: incidents whose data it is about. */
  agreementId: string | null;
};

export const wholeRegister: RegisterFilter = {
  from: null,
  until: null,
  role: null,
  state: null,
  exercise: false,
  agreementId: null,
};

export type RowFact = IncidentFact | CaseFact;

/** Rows of a register, newest first. */
export const rowsOf = (facts: readonly SubjectFact[], filter: RegisterFilter): RowFact[] =>
  rowsIn(facts, filter).toSorted((a, b) => b.seq - a.seq);

/** The same in no order, for who counts them. */
export function rowsIn(facts: readonly SubjectFact[], filter: RegisterFilter): RowFact[] {
  const told = toldUnder(facts, filter.agreementId);
  const isWithin = periodOf(filter);
  return facts.filter(
    (fact): fact is RowFact => fact.kind !== 'notice' && isIn(fact, filter, told) && isWithin(fact.at),
  );
}

/** Incidents that a notice or a report of this contract is about, breach or not (contract Annex 2 §12). */
function toldUnder(facts: readonly SubjectFact[], agreementId: string | null): ReadonlySet<string> {
  if (agreementId === null) return new Set();
  return new Set(
    facts.flatMap((fact) => (fact.kind === 'notice' && fact.agreementId === agreementId ? [fact.incidentId] : [])),
  );
}

/** The instants asked for are read once, those of facts only where some were asked for. */
function periodOf({ from, until }: RegisterFilter): (at: string) => boolean {
  if (from === null && until === null) return () => true;
  const fromMs = from === null ? -Infinity : Date.parse(from);
  const untilMs = until === null ? Infinity : Date.parse(until);
  return (at) => fromMs <= Date.parse(at) && Date.parse(at) < untilMs;
}

function isIn(fact: RowFact, filter: RegisterFilter, told: ReadonlySet<string>): boolean {
  const { role, state, exercise, agreementId } = filter;
  return (
    fact.exercise === exercise &&
    (role === null || fact.role === role || fact.role === 'both') &&
    (state === null || fact.isOpen === (state === 'open')) &&
    (agreementId === null ||
      (fact.kind === 'incident' && (fact.agreementIds.includes(agreementId) || told.has(fact.id))))
  );
}
