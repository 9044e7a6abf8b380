import { decideCase } from '../../domain/controllerCase/decide';
import { notAhead, notBehind } from '../../domain/incident/chronology';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Written } from '../entries/written';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { caseOpenedBy } from '../received/openedBy';
import { aroundCommand } from './aroundCommand';
import { repeatOf } from './broughtUnderKey';
import { changeCase } from './changeCase';

export type TakeAcknowledgement = {
  origin: string;
  noticeId: string;
  version: number;
  acknowledgedAt: string;
  name: string;
  function: string;
};

/**
 * A contact of ours acknowledged a version to the processor of this installation, by its link or on the telephone: its case
 * knows it, and hands it back to nobody. A version is acknowledged once, whoever was first.
 */
export async function takeAcknowledgement({ ctx, input }: Call<TakeAcknowledgement>): Promise<Result<Written>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { version, name, function: role } = input;
  const caseId = await caseOpenedBy(ctx, input);
  if (caseId === null) return refused({ code: 'subject.unknown' });
  const changed = await changeCase(ctx, {
    caseId,
    key: `acknowledged/${caseId}/${version}`,
    request: { caseId, version },
    standing: 'addition',
    async decide(one, around) {
      const given = notAhead(input.acknowledgedAt, ctx.ports.now()); // the clock of another process
      const told = one.told.find((each) => each.version === version)?.receivedAt ?? given;
      const acknowledgedAt = notBehind(given, told);
      const command = { kind: 'processor.acknowledge' as const, version, acknowledgedAt, name, function: role };
      return decideCase(one, command, { ...around, ...(await aroundCommand(ctx, one, command)), isInside: false });
    },
  });
  if (changed.ok) return changed;
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  const isKnown = one !== null && one.processor.acknowledged.some((each) => each.version === version);
  return isKnown ? done(repeatOf(one)) : changed;
}
