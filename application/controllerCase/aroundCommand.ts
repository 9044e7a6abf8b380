import { newestSigned } from '../../domain/agreement/versions';
import { paceOf } from '../../domain/deadline/pace';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import type { AroundCase } from '../../domain/controllerCase/decide';
import { placeOf } from '../../domain/controllerCase/place';
import { usualTerms } from '../../domain/controllerCase/processor';
import { isEnded } from '../exercise/isEnded';
import { processorSide } from '../inside/processorSide';
import type { Context } from '../ports/ports';
import { listOf } from './recipientLists';
import { othersOf } from './togetherWith';
import { goneLists } from './toldBefore';

/** What only some commands look at, read for these alone. */
export type AroundCommand = Pick<
  AroundCase,
  'answering' | 'list' | 'goneLists' | 'isInside' | 'exerciseEnded' | 'bundled' | 'other'
>;

export async function aroundCommand(ctx: Context, one: ControllerCase, command: CaseCommand): Promise<AroundCommand> {
  const none = { answering: usualTerms(placeOf(one.opened)), list: null, isInside: false };
  switch (command.kind) {
    case 'persons.send':
      return { ...none, list: await listOf(ctx, one, command.listId), goneLists: await goneLists(ctx, one) };
    case 'authority.file':
      return { ...none, bundled: await othersOf(ctx, one, command.bundledWith) };
    case 'case.same':
      return { ...none, other: await ctx.ports.projections.read(ctx.orgId, 'controllerCase', command.sameAs) };
    case 'case.reopen':
    case 'told.add':
      return { ...none, exerciseEnded: await isEnded(ctx, one.opened.drill) };
    case 'processor.acknowledge':
    case 'processor.ask':
    case 'processor.propose':
    case 'processor.decide': {
      const [answering, side] = await Promise.all([termsOf(ctx, one), processorSide(ctx, one)]);
      return {
        ...none,
        answering: { ...answering, pace: paceOf(one.opened) },
        isInside: side !== null && !one.opened.exercise, // another organisation is not drilled by ours
      };
    }
    default:
      return none;
  }
}

/** How long the processor has to answer: as the contract says now, if it is recorded here. */
async function termsOf({ orgId, ports }: Context, { opened }: ControllerCase): Promise<AroundCase['answering']> {
  const { agreementId } = opened;
  const agreement = agreementId === null ? null : await ports.projections.read(orgId, 'agreement', agreementId);
  return (agreement && newestSigned(agreement)) ?? usualTerms(placeOf(opened));
}
