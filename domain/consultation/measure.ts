import { type Issue, refused, type Result } from '../shared/errors';
import { allowedOn, type MeasureAct, type MeasureState, moveMeasure } from './transitions';
import type { Verdict } from './values';

/** What both sides keep of a measure, each of its own recording. */
export type Consulted = {
  id: string;
  state: MeasureState;
  /** Null once erased. */
  what: string | null;
  /** Null where it was taken without having been proposed. */
  proposedAt: string | null;
  /** The controller's word: why it objects, or to what it changes it. */
  verdict: { at: string; text: string | null; name: string | null; function: string | null } | null;
  /** Why no answer could be awaited. */
  taken: { at: string; reason: string | null } | null;
};

const actOf: Record<Verdict, MeasureAct> = { agreed: 'agree', objected: 'object', changed: 'change' };

/** Whether the controller's word is still awaited. */
export const isAwaited = ({ state }: Pick<Consulted, 'state'>): boolean => state === 'PROPOSED';

/** What is now to be done: as it was proposed, or as the controller changed it. */
export const whatOf = ({ state, what, verdict }: Consulted): string | null =>
  state === 'CHANGED' ? (verdict?.text ?? null) : what;

/**
 * The word that the other side holds is the one that counts: one that was said elsewhere and has not reached it yields. What
 * was taken urgently does not.
 */
export const yielding = <M extends Pick<Consulted, 'state'>>(measure: M): M =>
  measure.state === 'TAKEN_URGENTLY' ? measure : { ...measure, state: 'PROPOSED' };

/** History is not refused: what the table does not know leaves the measure as it is. */
export const withVerdict = <M extends Consulted>(measure: M, verdict: Verdict, said: NonNullable<M['verdict']>): M => {
  const state = moveMeasure(measure.state, actOf[verdict]);
  return state === null ? measure : { ...measure, state, verdict: said };
};

export const withTaking = <M extends Consulted>(measure: M, taken: NonNullable<M['taken']>): M => {
  const state = moveMeasure(measure.state, 'takeUrgently');
  return state === null ? measure : { ...measure, state, taken };
};

/** The one measure of that id, changed; all others as they are. */
export const changed = <M extends { id: string }>(all: readonly M[], id: string, change: (one: M) => M): M[] =>
  all.map((one) => (one.id === id ? change(one) : one));

/** Every reason why the controller's word on a measure is not taken; null where it is. */
export function verdictFault(
  all: readonly Pick<Consulted, 'id' | 'state'>[],
  { measureId, verdict, text }: { measureId: string; verdict: Verdict; text: string | null },
): Result<never> | null {
  const issues: Issue[] = [];
  const measure = all.find(({ id }) => id === measureId);
  if (measure === undefined) issues.push({ pointer: '/measureId', message: 'there is no such measure' });
  if (verdict === 'objected' && text === null) issues.push({ pointer: '/text', message: 'say why' });
  if (verdict === 'changed' && text === null) issues.push({ pointer: '/text', message: 'say to what it is changed' });
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return measure === undefined ? null : actFault(measure.state, actOf[verdict]);
}

/** Every reason why it is not noted that a measure was taken without an answer; null where it is. */
export function takingFault(
  all: readonly Pick<Consulted, 'id' | 'state'>[],
  { measureId, what }: { measureId: string; what: string | null },
): Result<never> | null {
  const measure = all.find(({ id }) => id === measureId);
  if (measure !== undefined) return actFault(measure.state, 'takeUrgently');
  if (what !== null) return null;
  return refused({
    code: 'input.invalid',
    issues: [{ pointer: '/what', message: 'no such measure was proposed: say what was done' }],
  });
}

function actFault(state: MeasureState, on: MeasureAct): Result<never> | null {
  if (moveMeasure(state, on) !== null) return null;
  return refused({ code: 'state.refused', state, command: on, allowed: allowedOn(state) });
}
