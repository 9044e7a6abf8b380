import type { ControllerCase } from '../../domain/controllerCase/case';
import { knownSince } from '../../domain/controllerCase/clock';
import { closingIssues } from '../../domain/controllerCase/closing';
import type { CaseCommand, CaseCommandOf } from '../../domain/controllerCase/commands';
import { decideCase, isAddition, isKeyedIn } from '../../domain/controllerCase/decide';
import { happenedAt, withoutHour } from '../../domain/incident/happened';
import { quorumIn } from '../../domain/controllerCase/quorum';
import { approve } from '../../domain/approval/propose';
import { stageAllows } from '../../domain/controllerCase/transitions';
import { bothOf, done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { stale } from '../entries/changeSubject';
import type { Written } from '../entries/written';
import { withExchange } from '../exchange/exchangeAct';
import { discardMails } from '../journal/discardMails';
import { mayApproveCase, mayCommandCase } from '../policies/controllerCase';
import type { Call, Context } from '../ports/ports';
import { aroundCommand } from './aroundCommand';
import { changeCase } from './changeCase';
import { countBounces } from './countBounces';
import { fileOthers } from './fileTogether';
import { freezeDraft, frozenIssues } from './personsTexts';
import { forgetLists } from './recipientLists';
import { tellSame } from './sameBreach';

export type CommandCase = {
  caseId: string;
  key: string;
  command: CaseCommand;
  /** If-Match: revision of the newest decision that was read. Additions need none. */
  decided?: number | undefined;
  /** What else has to be possible: nothing is written of the one without the other. */
  also?: Result<null> | undefined;
};

/** Every command that the state tables know, one way in: authorise, recall, read, decide, append. */
export async function commandCase({ ctx, input }: Call<CommandCase>): Promise<Result<Written>> {
  const { caseId, key, command, decided, also = done(null) } = input;
  if (!mayCommandCase(ctx, command.kind)) return refused({ code: 'actor.forbidden' });
  if (command.kind === 'case.close' && (await wouldEnd(ctx, input, command))) {
    await countBounces(ctx, { caseId, isLast: true }); // what came back by now is part of what the case ends with
  }
  const changed = await changeCase(ctx, {
    caseId,
    key,
    decided,
    request: plain({ caseId, ...command }),
    standing: isAddition(command.kind) ? 'addition' : 'decision',
    decide: async (one, around) => {
      const at = hourOf(one, command, around.now);
      if (!at.ok) return at;
      const bare = isKeyedIn(command.kind) ? withoutHour(command) : command;
      const alone = decideCase(one, bare, { ...around, ...(await aroundCommand(ctx, one, command)) });
      const both = bothOf(alone, also);
      if (!both.ok) return both;
      const [event] = both.value;
      if (event.type === 'persons.drafted') return freezeDraft(ctx, one, event);
      if (event.type === 'case.closed' && event.values.sameAs !== undefined) {
        const { sameAs, lessons } = event.values;
        const told = await tellSame(ctx, one, { caseId: sameAs.caseId, reason: lessons ?? '' });
        if (!told.ok) return told;
      }
      const issues = event.type === 'persons.sending' ? await frozenIssues(ctx, one) : [];
      if (issues.length > 0) return refused({ code: 'input.invalid', issues });
      return done({ ...(await withExchange(ctx, one, event)), ...(at.value !== undefined && { at: at.value }) });
    },
  });
  if (changed.ok && command.kind === 'authority.file') {
    const others = await fileOthers({ ctx, input: { caseId } });
    if (!others.ok) return others;
    const { seq } = changed.value;
    return done({ ...changed.value, unwritten: others.value.filter((one) => one.seq === seq) });
  }
  // a text erased while the case was open leaves its stored mails only now
  if (changed.ok && (command.kind === 'case.close' || command.kind === 'case.same')) {
    await discardMails(ctx, { kind: 'controllerCase', id: caseId });
    await forgetLists(ctx, caseId);
  }
  if (changed.ok && command.kind === 'persons.send') await ctx.ports.recipients.accept(ctx.orgId, command.listId);
  return changed;
}

/**
 * Whether nothing but what is counted now could refuse the end: a refusal for anything else leaves no entry. Of persons that
 * the count finds unreached the person is asked why, by the page too, so it stands though that end is refused.
 */
async function wouldEnd(
  { orgId, ports }: Context,
  { caseId, decided, also = done(null) }: CommandCase,
  command: CaseCommandOf<'case.close'>,
): Promise<boolean> {
  const one = await ports.projections.read(orgId, 'controllerCase', caseId);
  return (
    one !== null &&
    also.ok &&
    (decided === undefined || decided === one.decided) &&
    stageAllows(one.stage, command.kind) &&
    closingIssues(one, command).length === 0
  );
}

/** When what is keyed in afterwards happened: not before it was known. */
const hourOf = (one: ControllerCase, command: CaseCommand, now: Date): Result<string | undefined> =>
  isKeyedIn(command.kind) && 'at' in command ? happenedAt(command.at, knownSince(one), now) : done(undefined);

export type ApproveCase = {
  caseId: string;
  key: string;
  requestId: string;
  /** Hash of the proposal that the person saw; given, it must be the one that is asked. */
  requestHash?: string | undefined;
};

/** A second person's yes. The last one needed is the effect; a newer decision has made the request void. */
export async function approveCase({ ctx, input }: Call<ApproveCase>): Promise<Result<Written>> {
  if (!mayApproveCase(ctx)) return refused({ code: 'actor.forbidden' });
  const { caseId, key, requestId, requestHash } = input;
  const given = await changeCase(ctx, {
    caseId,
    key,
    request: { caseId, approve: requestId },
    standing: 'judged',
    decide: (one, around) => {
      const asked = one.approvals.find((approval) => approval.requestId === requestId);
      if (asked !== undefined && requestHash !== undefined && asked.requestHash !== requestHash) {
        const message = 'is not the hash of what is asked';
        return refused({ code: 'input.invalid', issues: [{ pointer: '/requestHash', message }] });
      }
      return approve(one, requestId, around, quorumIn(one));
    },
  });
  if (given.ok || given.error.code !== 'revision.stale') return given;
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  const asked = one?.approvals.find((approval) => approval.requestId === requestId);
  return one && asked ? stale(ctx, { kind: 'controllerCase', id: caseId }, one.decided, asked.boundTo) : given;
}
