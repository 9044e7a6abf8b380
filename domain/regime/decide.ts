import type { z } from 'zod';
import type { Place } from '../deadline/longPeriods';
import { outOfOrder } from '../incident/chronology';
import { profileAt } from '../law/profile';
import { done, type Issue, refused, type Result } from '../shared/errors';
import type { RegimesExcluded, StageSent } from './answer';
import { answerFaults } from './answerFaults';
import { type Answered, type Asked, answerTo, putOff, stagesBy } from './asked';
import { regimeOf } from './catalogue';
import type { RegimeCommand, RegimeCommandOf } from './commands';
import type { Concerned } from './fold';
import type { Stage } from './stages';

type Excluded = z.infer<typeof RegimesExcluded>;

/** What an answer does: it is written, or, where it puts off or stops a limit that runs, two persons are asked (invariant 4). */
export type RegimeDecision =
  | { type: 'regime.concerned'; values: Concerned; isAsked: boolean }
  | { type: 'regime.excluded'; values: Excluded; isAsked: boolean }
  | { type: 'regime.sent'; values: StageSent; isAsked: false };

/** `place`: where the acts of an answer that is given now are due. */
type Around = { now: Date; place: Place };

/** Whether another law applies, and what was done under it (domain rules 6 and 7.4, region OTHER). */
export function decideRegime(asked: Asked, command: RegimeCommand, around: Around): Result<RegimeDecision> {
  switch (command.kind) {
    case 'regime.concern':
      return concern(asked, command, around);
    case 'regime.exclude':
      return exclude(asked, command, around);
    case 'regime.record':
      return record(asked, command, around);
  }
}

function concern(asked: Asked, command: RegimeCommandOf<'regime.concern'>, around: Around): Result<RegimeDecision> {
  const { kind: _kind, ...said } = command;
  const values: Concerned = { ...said, ...lawAndPlace(asked, command, around) };
  const answer: Answered = { ...values, concerned: 'yes' };
  const issues = answerFaults(answer, around.now);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const before = stagesBy(asked, answerTo(asked.regimes, said.regime), around.now);
  const isAsked = putOff(before, stagesBy(asked, answer, around.now)).length > 0;
  return done({ type: 'regime.concerned', values, isAsked });
}

/** While the trigger stays, the law that the clock began with stays too, and where its acts are due. */
function lawAndPlace(
  { regimes }: Asked,
  { regime, triggerAt }: RegimeCommandOf<'regime.concern'>,
  { place }: Around,
): Pick<Concerned, 'profileId' | 'place'> {
  const before = answerTo(regimes, regime);
  if (before?.concerned === 'yes' && before.triggerAt === triggerAt) {
    return { profileId: before.profileId, place: before.place ?? place };
  }
  return { profileId: profileAt(regimeOf(regime).law, triggerAt)?.id ?? null, place };
}

function exclude(asked: Asked, command: RegimeCommandOf<'regime.exclude'>, { now }: Around): Result<RegimeDecision> {
  const regimes = [...new Set(command.regimes)];
  const isAsked = regimes.some((id) => putOff(stagesBy(asked, answerTo(asked.regimes, id), now), []).length > 0);
  return done({ type: 'regime.excluded', values: { regimes, reason: command.reason }, isAsked });
}

function record(asked: Asked, command: RegimeCommandOf<'regime.record'>, { now }: Around): Result<RegimeDecision> {
  const { kind: _kind, ...values } = command;
  const answer = answerTo(asked.regimes, command.regime);
  if (answer?.concerned !== 'yes') return fault('/regime', 'nobody has said that it applies');
  const stage = stagesBy(asked, answer, now).find(({ id }) => id === command.stage);
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
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ type: 'regime.sent', values, isAsked: false });
}

/** The first sending counts: a later one would change nothing. An optional stage is owed again with each new fact. */
function repeated({ sentAt, optional }: Stage, saidAt: string): Issue[] {
  if (sentAt === null || optional || Date.parse(saidAt) < Date.parse(sentAt)) return [];
  return [{ pointer: '/stage', message: `has been done (${sentAt}): the first sending counts` }];
}

/** What left after its limit gives its reasons; noon of the next working day is in time where the entity may wait. */
function unexplained({ dueAt, noonAt }: Stage, { sentAt, delayText }: RegimeCommandOf<'regime.record'>): Issue[] {
  const limit = noonAt ?? dueAt;
  if (limit === null || delayText !== null || Date.parse(sentAt) <= Date.parse(limit)) return [];
  return [{ pointer: '/delayText', message: `the limit was ${limit}: say why it left after it` }];
}

const fault = (pointer: string, message: string): Result<never> =>
  refused({ code: 'input.invalid', issues: [{ pointer, message }] });
