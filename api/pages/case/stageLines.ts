import type { ControllerCase } from '../../../domain/controllerCase/case';
import { type RunningStage, runningStages } from '../../../domain/controllerCase/regimes';
import { stageClock } from '../../../domain/deadline/caseRows';
import { paceOf } from '../../../domain/deadline/pace';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import { stageWord } from '../../../templates/words/stageWord';
import type { StageLine } from '../../../templates/pages/parts/stages';

/** What other laws ask for and where each act stands; of one regime alone, with what each act says. */
export function stageLines(one: ControllerCase, now: Date, only: RegimeId | null = null): StageLine[] {
  return runningStages(one, now)
    .filter(({ regime }) => only === null || regime === only)
    .map((stage) => ({
      regime: only === null ? { key: `regime.${stage.regime}` as const } : null,
      stage: { key: stageWord(stage.regime, stage.id) },
      to: stage.to.map((recipient) => ({ key: `regimeTo.${recipient}` as const })),
      state: { key: `regimeState.${stage.state}` },
      clock: stageClock(stage, paceOf(one.opened)),
      isLegal: stage.dueAt !== null,
      receipt: receiptOf(one, stage),
      tells: only === null ? [] : stage.tells.map((content) => ({ key: `regimeTells.${content}` as const })),
    }));
}

const receiptOf = ({ regimes: { sent } }: ControllerCase, { regime, id, sentAt }: RunningStage): string | null =>
  sent.find((one) => one.regime === regime && one.stage === id && one.sentAt === sentAt)?.receipt ?? null;
