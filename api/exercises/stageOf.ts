import type { Exercise } from '../../domain/exercise/fold';
import type { Said } from '../../templates/pages/words/word';

/** Where an exercise stands: one that was planned is under way from the hour at which it starts. */
export const stageOf = ({ stage, planned }: Pick<Exercise, 'stage' | 'planned'>, now: Date): Said =>
  stage === 'PLANNED' && Date.parse(planned.startsAt) <= now.getTime()
    ? { key: 'exercises.stage.RUNNING' }
    : { key: `exercises.stage.${stage}` };
