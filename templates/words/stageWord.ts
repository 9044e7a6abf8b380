import type { RegimeId, StageId } from '../../domain/regime/vocabulary';
import { regime as words } from './fr/regime';

export type StageWord = Extract<keyof typeof words, `regimeStage.${string}`>;

/** What a law calls one of its stages: its own name where it has one (NIS 2: an incident notification), else the common one. */
export function stageWord(regime: RegimeId, stage: StageId): StageWord {
  const own = `regimeStage.${regime}.${stage}`;
  return isStageWord(own) ? own : `regimeStage.${stage}`;
}

const isStageWord = (key: string): key is StageWord => Object.hasOwn(words, key);
