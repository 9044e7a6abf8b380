import { refused } from '../shared/errors';
import type { Incident } from '../incident/incident';
import type { Exercise } from './fold';

/** An incident of an exercise that was closed: nothing more is opened for it, which nobody would end. */
export const isOver = ({ report, stage }: Pick<Incident, 'report' | 'stage'>): boolean =>
  report.exercise && stage === 'CLOSED';

/** What belongs to an exercise that was stopped stays as its report says. */
export const hasEnded = ({ stage }: Pick<Exercise, 'stage'>): boolean => stage === 'STOPPED' || stage === 'CONCLUDED';

/** Invariant 12: its report stands under its hash, whatever anybody would still like to try. */
export const exerciseEnded = refused({
  code: 'input.invalid',
  issues: [{ pointer: '', message: 'its exercise has ended' }],
});
