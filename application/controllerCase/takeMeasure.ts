import type { MeasureSaid } from '../../domain/consultation/said';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { decideCase } from '../../domain/controllerCase/decide';
import { decideHeard } from '../../domain/controllerCase/decideMeasure';
import { notAhead } from '../../domain/incident/chronology';
import { refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import type { Written } from '../entries/written';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { aroundCommand } from './aroundCommand';
import { changeCase } from './changeCase';
import { caseOpenedBy } from './receiveNotice';

/**
 * What is told of a measure, by whose notice: its origin is the name of the key. `isSealed`: by another installation, whose
 * words never change; within this one they may have been erased since.
 */
export type TakeMeasure = { origin: string; said: MeasureSaid; isSealed?: boolean };

/** Under which it is told to its case. */
export const measureKey = (caseId: string, { kind, measureId }: MeasureSaid): string =>
  `measure/${caseId}/${kind}/${measureId}`;

/** A measure of a processor, of this installation or another, comes to the case that its notice opened. */
export async function takeMeasure({ ctx, input }: Call<TakeMeasure>): Promise<Result<Written>> {
  const { origin, said, isSealed = false } = input;
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { kind: told, measureId, noticeId } = said;
  const caseId = await caseOpenedBy(ctx, { origin, noticeId });
  if (caseId === null) return refused({ code: 'subject.unknown' });
  const now = ctx.ports.now();
  return changeCase(ctx, {
    caseId,
    key: measureKey(caseId, said),
    request: isSealed ? plain({ caseId, ...said }) : { caseId, told, measureId },
    standing: 'addition',
    async decide(one, around) {
      if (said.kind === 'verdict') return decideHeard(one, said, now);
      const command = commandOf(said, now);
      return decideCase(one, command, { ...around, ...(await aroundCommand(ctx, one, command)) });
    },
  });
}

/** The clock of another process may be a little ahead of ours. */
function commandOf(said: Exclude<MeasureSaid, { kind: 'verdict' }>, now: Date): CaseCommand {
  const { measureId, what } = said;
  if (said.kind === 'taking') {
    return { kind: 'processor.take', measureId, what, takenAt: notAhead(said.takenAt, now), reason: said.reason };
  }
  const { dueAt, urgentHours } = said;
  return { kind: 'processor.propose', measureId, what, dueAt, urgentHours, proposedAt: notAhead(said.proposedAt, now) };
}
