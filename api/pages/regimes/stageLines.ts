import { stageClock } from '../../../domain/deadline/regimeRows';
import { type Asked, type RunningStage, runningStages } from '../../../domain/regime/asked';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import { stageWord } from '../../../templates/words/stageWord';
import type { StageLine } from '../../../templates/pages/parts/stages';

/** What other laws ask for and where each act stands; of one regime alone, with what each act says. */
export function stageLines(asked: Asked, now: Date, only: RegimeId | null = null): StageLine[] {
  return runningStages(asked, now)
    .filter(({ regime }) => only === null || regime === only)
    .map((stage) => ({
      regime: only === null ? { key: `regime.${stage.regime}` as const } : null,
      stage: { key: stageWord(stage.regime, stage.id) },
      to: stage.to.map((recipient) => ({ key: `regimeTo.${recipient}` as const })),
      state: { key: `regimeState.${stage.state}` },
      clock: stageClock(stage, asked.pace),
      isLegal: stage.dueAt !== null,
      receipt: receiptOf(asked, stage),
      tells: only === null ? [] : stage.tells.map((content) => ({ key: `regimeTells.${content}` as const })),
    }));
}

const receiptOf = ({ regimes: { sent } }: Asked, { regime, id, sentAt }: RunningStage): string | null =>
  sent.find((one) => one.regime === regime && one.stage === id && one.sentAt === sentAt)?.receipt ?? null;
