import { type Asker, isSystem } from './asker';

/** An exercise takes people's time: who answers for the procedure plans and stops it. */
export const mayPlanExercise = ({ actor, roles }: Asker): boolean =>
  actor.kind === 'person' && roles.some((role) => role === 'IM' || role === 'DPO' || role === 'DIR');

/** Whoever may be tested, counsel and auditors too: the report is the proof that the procedure is (duty S3-06). */
export const mayReadExercises = ({ actor, roles }: Asker): boolean =>
  isSystem({ actor }) || (actor.kind === 'person' && roles.some((role) => role !== 'CC' && role !== 'CDPO'));
