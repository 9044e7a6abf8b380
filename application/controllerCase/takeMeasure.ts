import { decideCase } from '../../domain/controllerCase/decide';
import { notAhead } from '../../domain/incident/chronology';
import { refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { aroundCommand } from './aroundCommand';
import { changeCase } from './changeCase';
import { caseOpenedBy } from './receiveNotice';

/** `proposal`: it waits for our word until `dueAt`; `taking`: it was done without, since that could not be awaited. */
export type TakeMeasure = { origin: string; noticeId: string; measureId: string; what: string } & (
  | { told: 'proposal'; proposedAt: string; dueAt: string; urgentHours: number | null }
  | { told: 'taking'; takenAt: string; reason: string }
);

/** A measure of a processor of this installation comes to the case that its notice opened. */
export async function takeMeasure({ ctx, input }: Call<TakeMeasure>): Promise<Result<Written>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { measureId, told } = input;
  const caseId = await caseOpenedBy(ctx, input);
  if (caseId === null) return refused({ code: 'subject.unknown' });
  const command = commandOf(input, ctx.ports.now());
  return changeCase(ctx, {
    caseId,
    key: `measure/${caseId}/${told}/${measureId}`,
    request: { caseId, told, measureId },
    standing: 'addition',
    decide: async (one, around) => decideCase(one, command, { ...around, ...(await aroundCommand(ctx, one, command)) }),
  });
}

/** The clock of another process may be a little ahead of ours. */
function commandOf(input: TakeMeasure, now: Date) {
  const { measureId, what } = input;
  if (input.told === 'taking') {
    const { takenAt, reason } = input;
    return { kind: 'processor.take' as const, measureId, what, takenAt: notAhead(takenAt, now), reason };
  }
  const { proposedAt, dueAt, urgentHours } = input;
  const said = { measureId, what, dueAt, urgentHours };
  return { kind: 'processor.propose' as const, ...said, proposedAt: notAhead(proposedAt, now) };
}
