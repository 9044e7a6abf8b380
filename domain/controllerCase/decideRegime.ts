import { propose } from '../approval/propose';
import { outOfOrder } from '../incident/chronology';
import { profileAt } from '../law/profile';
import type { RegimeAnswer } from '../regime/answer';
import { answerFaults } from '../regime/answerFaults';
import { regimeOf } from '../regime/catalogue';
import type { Stage } from '../regime/stages';
import { done, type Issue, refused, type Result } from '../shared/errors';
import type { ControllerCase } from './case';
import type { CaseCommandOf } from './commands';
import type { AroundCase } from './decide';
import type { CaseEvent } from './events';
import { quorumIn } from './quorum';
import { answerTo, putOff, stagesBy } from './regimes';

type Command = CaseCommandOf<'regime.concern' | 'regime.exclude' | 'regime.record'>;

/** Whether another law applies, and what was done under it (domain rules 6 and 7.4, region OTHER). */
export function decideRegime(one: ControllerCase, command: Command, around: AroundCase): Result<CaseEvent> {
  switch (command.kind) {
    case 'regime.concern':
      return concern(one, command, around);
    case 'regime.exclude':
      return exclude(one, command, around);
    case 'regime.record':
      return record(one, command, around);
  }
}

/** An answer counts at once, unless it puts off a limit that runs: that takes the DPO and management (invariant 4). */
function concern(one: ControllerCase, command: CaseCommandOf<'regime.concern'>, around: AroundCase): Result<CaseEvent> {
  const { kind: _kind, reason, ...said } = command;
  const values = { ...said, profileId: profileOfAnswer(one, command) };
  const answer: RegimeAnswer = { ...values, concerned: 'yes', reason };
  const issues = answerFaults(answer, around.now);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const before = stagesBy(one, answerTo(one.regimes, said.regime), around.now);
  if (putOff(before, stagesBy(one, answer, around.now)).length === 0) {
    return done({ type: 'regime.concerned', values: { ...values, reason } });
  }
  return propose(one, { proposal: { command: 'regime.concern', ...values }, reason }, around, quorumIn(one));
}

/** While the trigger stays, the law that the clock began with stays too. */
function profileOfAnswer({ regimes }: ControllerCase, { regime, triggerAt }: CaseCommandOf<'regime.concern'>) {
  const before = answerTo(regimes, regime);
  if (before?.concerned === 'yes' && before.triggerAt === triggerAt) return before.profileId;
  return profileAt(regimeOf(regime).law, triggerAt)?.id ?? null;
}

function exclude(one: ControllerCase, command: CaseCommandOf<'regime.exclude'>, around: AroundCase): Result<CaseEvent> {
  const { reason } = command;
  const regimes = [...new Set(command.regimes)];
  const stops = regimes.some(
    (regime) => putOff(stagesBy(one, answerTo(one.regimes, regime), around.now), []).length > 0,
  );
  if (!stops) return done({ type: 'regime.excluded', values: { regimes, reason } });
  return propose(one, { proposal: { command: 'regime.exclude', regimes }, reason }, around, quorumIn(one));
}

function record(one: ControllerCase, command: CaseCommandOf<'regime.record'>, { now }: AroundCase): Result<CaseEvent> {
  const { kind: _kind, ...values } = command;
  const answer = answerTo(one.regimes, command.regime);
  if (answer?.concerned !== 'yes') return fault('/regime', 'nobody has said that it applies');
  const stage = stagesBy(one, answer, now).find(({ id }) => id === command.stage);
  if (stage === undefined) return fault('/stage', 'by what is known, it asks for no such stage');
  if (stage.t0 === null) return fault('/stage', 'record first what it counts from');
  const issues = [
    ...outOfOrder(
      [
        { pointer: '/t0', at: stage.t0, recorded: true },
        { pointer: '/sentAt', at: command.sentAt },
      ],
      now,
    ),
    ...repeated(stage, command.sentAt),
    ...unexplained(stage, command),
  ];
  return issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done({ type: 'regime.sent', values });
}

/** The first sending counts: a later one would change nothing. An optional stage is owed again with each new fact. */
function repeated({ sentAt, optional }: Stage, saidAt: string): Issue[] {
  if (sentAt === null || optional || Date.parse(saidAt) < Date.parse(sentAt)) return [];
  return [{ pointer: '/stage', message: `has been done (${sentAt}): the first sending counts` }];
}

/** What left after its limit gives its reasons; noon of the next working day is in time where the entity may wait. */
function unexplained({ dueAt, noonAt }: Stage, { sentAt, delayText }: CaseCommandOf<'regime.record'>): Issue[] {
  const limit = noonAt ?? dueAt;
  if (limit === null || delayText !== null || Date.parse(sentAt) <= Date.parse(limit)) return [];
  return [{ pointer: '/delayText', message: `the limit was ${limit}: say why it left after it` }];
}

const fault = (pointer: string, message: string): Result<never> =>
  refused({ code: 'input.invalid', issues: [{ pointer, message }] });
