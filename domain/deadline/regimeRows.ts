import type { RunningStage } from '../regime/asked';
import { NO_NUMBER_HOURS } from '../regime/rungs';
import type { ClockRow } from './clockRow';
import { type Clock, within } from './clockState';
import type { Pace } from './pace';

/** What a stage of another law says of its row, of a case or of an incident. */
export type RegimeRow = Pick<ClockRow, 'obligation' | 'clock' | 'stage'> & Partial<Pick<ClockRow, 'hours' | 'source'>>;

/** The clocks of stages that are still to be done. */
export const regimeRows = (stages: readonly RunningStage[], pace: Pace): RegimeRow[] =>
  stages.flatMap((stage) => {
    const clock = stageClock(stage, pace);
    if (clock === null || clock.doneAt !== null) return [];
    const binds = stage.dueAt === null ? { hours: NO_NUMBER_HOURS / pace } : { source: 'law' as const };
    return [{ obligation: 'regime' as const, stage: `${stage.regime}.${stage.id}` as const, clock, ...binds }];
  });

/** A stage of a regime: its limit; where the law gives no number, our own target; null while nothing counts. */
export function stageClock({ t0, dueAt, reg1182, noonAt, sentAt }: RunningStage, pace: Pace): Clock | null {
  if (t0 === null) return null;
  if (dueAt === null) return { ...within(t0, NO_NUMBER_HOURS / pace), doneAt: sentAt };
  return { startedAt: t0, dueAt, doneAt: sentAt, reg1182: noonAt ?? reg1182 };
}
