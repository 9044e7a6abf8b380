import type { MeasureSaid } from '../../domain/consultation/said';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { decideCase } from '../../domain/controllerCase/decide';
import { decideHeard } from '../../domain/controllerCase/decideMeasure';
import type { CaseEvent } from '../../domain/controllerCase/events';
import { changeMeasures, isMeasureEvent } from '../../domain/controllerCase/measures';
import { notAhead } from '../../domain/incident/chronology';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import type { Written } from '../entries/written';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { aroundCommand } from './aroundCommand';
import { caseOpenedBy } from '../received/openedBy';
import { type CaseChange, changeCase } from './changeCase';

/**
 * What is told of a measure, by whose notice: its origin is the name of the key. `isSealed`: by another installation, whose
 * words never change; within this one they may have been erased since. `settled`: what ended the proposal that is told
 * here; it comes in the same write, so that nobody is asked for a word that was given.
 */
export type TakeMeasure = { origin: string; said: MeasureSaid; settled?: MeasureSaid | null; isSealed?: boolean };

/** Under which it is told to its case. */
export const measureKey = (caseId: string, { kind, measureId }: MeasureSaid): string =>
  `measure/${caseId}/${kind}/${measureId}`;

/** A measure of a processor, of this installation or another, comes to the case that its notice opened. */
export async function takeMeasure({ ctx, input }: Call<TakeMeasure>): Promise<Result<Written>> {
  const { origin, said, settled = null, isSealed = false } = input;
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const caseId = await caseOpenedBy(ctx, { origin, noticeId: said.noticeId });
  if (caseId === null) return refused({ code: 'subject.unknown' });
  const request = (one: MeasureSaid): Json =>
    isSealed ? plain({ caseId, ...one }) : { caseId, told: one.kind, measureId: one.measureId };
  const eventOf = async (one: ControllerCase, told: MeasureSaid, around: Around): Promise<Result<CaseEvent>> => {
    if (told.kind === 'verdict') return decideHeard(one, told, around.now);
    const command = commandOf(told, around.now);
    return decideCase(one, command, { ...around, ...(await aroundCommand(ctx, one, command)) });
  };
  return changeCase(ctx, {
    caseId,
    key: measureKey(caseId, said),
    request: request(said),
    standing: 'addition',
    async decide(one, around) {
      const isOver = !isSealed && wasOverBefore(one, settled ?? said);
      if (isOver) return refused({ code: 'state.refused', state: one.stage, command: said.kind, allowed: [] });
      const first = await eventOf(one, said, around);
      if (!first.ok || settled === null) return first;
      const event = await eventOf(knowing(one, first.value), settled, around);
      if (!event.ok) return first;
      const next = { key: measureKey(caseId, settled), request: request(settled), event: event.value };
      return done({ ...first.value, next });
    },
  });
}

type Around = Parameters<CaseChange['decide']>[1];

/** Whether the case was closed without having heard of a measure that was settled by then: it is no news to it. */
function wasOverBefore({ closed, processor }: ControllerCase, said: MeasureSaid): boolean {
  if (closed === null || said.kind === 'proposal') return false;
  const settledAt = said.kind === 'taking' ? said.takenAt : said.answeredAt;
  return Date.parse(settledAt) <= Date.parse(closed.at) && processor.measures.every(({ id }) => id !== said.measureId);
}

/** The case with what is about to be written of a measure. */
const knowing = (one: ControllerCase, event: CaseEvent): ControllerCase =>
  isMeasureEvent(event)
    ? { ...one, processor: { ...one.processor, measures: changeMeasures(one.processor.measures, event, one.seq) } }
    : one;

/** The clock of another process may be a little ahead of ours. */
function commandOf(said: Exclude<MeasureSaid, { kind: 'verdict' }>, now: Date): CaseCommand {
  const { measureId, what } = said;
  if (said.kind === 'taking') {
    return { kind: 'processor.take', measureId, what, takenAt: notAhead(said.takenAt, now), reason: said.reason };
  }
  const { dueAt, urgentHours } = said;
  return { kind: 'processor.propose', measureId, what, dueAt, urgentHours, proposedAt: notAhead(said.proposedAt, now) };
}
