import { outOfOrder } from '../incident/chronology';
import type { Issue } from '../shared/errors';
import { type ControllerCase, decisionOf } from './case';
import { knownSince } from './clock';
import type { CaseCommandOf } from './commands';
import type { CaseEventOf } from './events';
import { heldState } from './heldState';
import type { Persons } from './persons';
import { nobodyReached } from './personsReached';

type Lifted = CaseEventOf<'persons.lifted'>['values'];
type Lift = CaseCommandOf<'persons.lift'>;

const NOTHING_ORDERED = 'it has ordered nothing that stands: name the condition of Art 34(3) that it finds met';

/** The authority that ordered takes its order back; any may find a condition of Art 34(3) met (GDPR Art 34(4)). */
export function liftIssues(
  one: ControllerCase,
  { authorityId, liftedAt, ground }: Lift,
  { now, authorityIds }: { now: Date; authorityIds: ReadonlySet<string> },
): Issue[] {
  const { order } = one.persons;
  const since = order === null ? [] : [{ pointer: '/orderedAt', at: order.at, recorded: true as const }];
  const issues = outOfOrder([knownSince(one), ...since, { pointer: '/liftedAt', at: liftedAt }], now);
  if (!authorityIds.has(authorityId)) issues.push({ pointer: '/authorityId', message: 'no such authority' });
  else if (ground === null && order?.authorityId !== authorityId)
    issues.push({ pointer: '/ground', message: NOTHING_ORDERED });
  return issues;
}

/**
 * Where the persons stand since: exempt on its ground, else as the risk was decided. What leaves stays, and who was told, be it
 * before the order, was told; where everything came back, nobody was.
 */
export function stateSinceLift(one: ControllerCase, ground: Lift['ground']): Lifted['state'] {
  const { persons } = one;
  const state = heldState(persons);
  if (state === 'SENDING') return state;
  const isTold = state === 'TOLD' || isToldBefore(one);
  if (isTold && (ground === null || !nobodyReached(persons))) return 'TOLD';
  if (ground !== null) return 'EXEMPT';
  const decision = decisionOf(one);
  if (decision === null) return 'UNDECIDED';
  if (decision.risk !== 'high') return 'NOT_REQUIRED';
  return one.persons.draft === null ? 'REQUIRED' : 'DRAFTED';
}

/** Who was told before the order asked for more, which no decision of a high risk asks for, too. */
const isToldBefore = ({ persons, decisions }: ControllerCase): boolean =>
  persons.order !== null &&
  persons.tellings.some(({ seq }) => seq > persons.anewSeq) &&
  !decisions.some(({ risk, seq }) => risk === 'high' && seq >= (persons.requiredSeq ?? 0));

/** No order stands any more. A hold stays, and goes back to what is owed since. */
export function lifted(persons: Persons, { ground, reference, state }: Lifted, at: string): Persons {
  const isOwed = state !== 'UNDECIDED' && state !== 'NOT_REQUIRED';
  const since = {
    ...persons,
    order: null,
    ...(ground !== null && { exemption: { ground, proof: reference, at, publishedAt: null } }),
    ...(!isOwed && { requiredAt: null, requiredSeq: null }),
  };
  const { hold } = persons;
  return hold === null ? { ...since, state } : { ...since, hold: { ...hold, before: state, isOrdered: false } };
}
