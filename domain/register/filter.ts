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
export function rowsOf(facts: readonly SubjectFact[], filter: RegisterFilter): RowFact[] {
  const told = toldUnder(facts, filter.agreementId);
  const rows = facts.filter((fact): fact is RowFact => fact.kind !== 'notice' && isIn(fact, filter, told));
  return rows.toSorted((a, b) => b.seq - a.seq);
}

/** Incidents that a notice or a report of this contract is about, breach or not (contract Annex 2 §12). */
const toldUnder = (facts: readonly SubjectFact[], agreementId: string | null): ReadonlySet<string> =>
  new Set(
    facts.flatMap((fact) => (fact.kind === 'notice' && fact.agreementId === agreementId ? [fact.incidentId] : [])),
  );

function isIn(fact: RowFact, filter: RegisterFilter, told: ReadonlySet<string>): boolean {
  const { from, until, role, state, exercise, agreementId } = filter;
  const atMs = Date.parse(fact.at);
  return (
    fact.exercise === exercise &&
    (from === null || atMs >= Date.parse(from)) &&
    (until === null || atMs < Date.parse(until)) &&
    (role === null || fact.role === role || fact.role === 'both') &&
    (state === null || fact.isOpen === (state === 'open')) &&
    (agreementId === null ||
      (fact.kind === 'incident' && (fact.agreementIds.includes(agreementId) || told.has(fact.id))))
  );
}
