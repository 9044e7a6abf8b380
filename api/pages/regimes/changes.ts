import { type Answered, type Asked, answerTo, putOff, stagesBy } from '../../../domain/regime/asked';
import type { Stage } from '../../../domain/regime/stages';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import type { Change } from '../../../templates/pages/parts/changes';
import { stageWord } from '../../../templates/words/stageWord';

type Proposed = Omit<Answered, 'concerned' | 'reason'>;

/** Each limit that an answer which is proposed would put off, or stop. */
export const concernChanges = (asked: Asked, proposed: Proposed, now: Date): Change[] =>
  limitsOf(asked, proposed.regime, stagesBy(asked, { ...proposed, concerned: 'yes', reason: null }, now), now);

/** The same of the proposal that regimes do not apply. */
export const excludeChanges = (asked: Asked, regimes: readonly RegimeId[], now: Date): Change[] =>
  regimes.flatMap((regime) => limitsOf(asked, regime, [], now));

const limitsOf = (asked: Asked, regime: RegimeId, next: readonly Stage[], now: Date): Change[] =>
  putOff(stagesBy(asked, answerTo(asked.regimes, regime), now), next).map(({ stage, before, after }) => ({
    label: stageWord(regime, stage),
    before: { at: before, text: '' },
    after: after === null ? { at: null, text: { key: 'regimes.stopped' } } : { at: after, text: '' },
  }));

/** Each limit that would run under another law, sooner or later. */
export function movedChanges(asked: Asked, moved: Answered, now: Date): Change[] {
  const after = stagesBy(asked, moved, now);
  return stagesBy(asked, answerTo(asked.regimes, moved.regime), now).flatMap(({ id, dueAt, sentAt }) => {
    const next = after.find((stage) => stage.id === id)?.dueAt ?? null;
    if (dueAt === null || sentAt !== null || next === dueAt) return [];
    return [{ label: stageWord(moved.regime, id), before: { at: dueAt, text: '' }, after: { at: next, text: '' } }];
  });
}
