import type { Issue } from '../shared/errors';
import type { ControllerCase } from './case';

/** Invariant 12: a rehearsal reaches nobody but who agreed to be tested, and those whom a breach touches never did. */
export const exerciseIssues = ({ opened }: ControllerCase): Issue[] =>
  opened.exercise ? [{ pointer: '', message: 'this case is an exercise: no person is told' }] : [];
