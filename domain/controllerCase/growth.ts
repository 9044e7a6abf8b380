import type { BreachRecord } from '../authority/breachRecord';
import { countOf } from '../authority/recordParts';
import type { Mark } from '../incident/incident';
import type { Scored } from '../risk/scored';
import { type ControllerCase, decisionOf, naturesOf } from './case';
import type { CaseEvent } from './events';

/** Entry that may make the risk another one than was decided, and its instant; null where none came. */
export type Since = Pick<Mark, 'seq' | 'at'>;

const LISTS = ['data', 'sensitive', 'natures'] as const;

/**
 * Whether this says more than the case knew of what the risk hangs on: more persons, further data, something else lost (GDPR
 * Arts 33(1), 33(3)(a)). Words, fewer persons, and that nobody knows, do not grow it.
 */
function grows(one: Pick<ControllerCase, 'record' | 'nature'>, told: BreachRecord): boolean {
  const known: BreachRecord = { ...one.record, natures: naturesOf(one) };
  const isAdded = LISTS.some((field) => {
    const before: readonly string[] = known[field] ?? [];
    return (told[field] ?? []).some((each) => !before.includes(each));
  });
  return isAdded || (countOf(told.persons) ?? 0) > (countOf(known.persons) ?? 0);
}

/** Whether an assessment after the decision comes to anything else than the one on which it rests. */
function differs(one: Pick<ControllerCase, 'decisions'>, { severity, proposal }: Scored): boolean {
  const decision = decisionOf(one);
  if (decision === null) return false;
  const { bridge } = decision;
  if (bridge === null) return proposal.risk !== decision.risk;
  const { severity: was, proposal: proposed } = bridge;
  return was.level !== severity.level || proposed.risk !== proposal.risk || proposed.doubt !== proposal.doubt;
}

/** What an entry comes to that may overtake a decision; entries of before this was asked overtook none (docs/adr/0055). */
export function grownBy(one: ControllerCase, event: CaseEvent, { seq, at }: Mark): Partial<ControllerCase> {
  if (!('typeVersion' in event)) return {};
  switch (event.type) {
    case 'case.prefilled':
    case 'case.recorded':
      return grows(one, event.values) ? { grown: { seq, at } } : {};
    case 'risk.scored':
      return differs(one, event.values) ? { rescored: { seq, at } } : {};
    default:
      return {};
  }
}
