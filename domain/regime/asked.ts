import type { Pace } from '../deadline/pace';
import type { Place } from '../deadline/longPeriods';
import type { Mark } from '../incident/incident';
import { knownOf, type RegimeAnswer, type StageSent } from './answer';
import { screening, type Screening } from './screening';
import { isSettled, type Stage, stagesOf } from './stages';
import type { RegimeId } from './vocabulary';

/**
 * An answer, and where its acts are due; null where nothing is. It stays with the answer: no later word of the organisation
 * moves what runs.
 */
export type Answered = RegimeAnswer & { place: Place | null };

/** `implied`: nobody has answered, a fact has (domain rules 7.6). */
export type Given = Answered & Mark & { implied?: true };

/** What was answered and done under other laws (domain rules 6 and 7.4, region OTHER). Nothing is taken out of it. */
export type Regimes = {
  /** In the order in which they were given: of one regime the newest counts. */
  answers: readonly Given[];
  sent: readonly (StageSent & Mark)[];
};

export const noRegimes: Regimes = { answers: [], sent: [] };

/** Of whatever other laws are asked: a controller's case, an incident. `since`: when it was first known; asked are the laws of then. */
export type Asked = { regimes: Regimes; since: string; pace: Pace };

/** One stage of a regime that applies. `about`: the entry since which its clock runs; `place`: whose days are counted. */
export type RunningStage = Stage & { regime: RegimeId; about: number; place: Place | null };

/** Which regimes have been looked at, of those that were law when it was first known. */
export const screeningOf = ({ regimes, since }: Pick<Asked, 'regimes' | 'since'>): Screening =>
  screening(regimes.answers, since);

/** The newest answer about a regime; null while there is none. */
export const answerTo = ({ answers }: Regimes, id: RegimeId): Given | null =>
  answers.findLast(({ regime }) => regime === id) ?? null;

/** The stages that an answer, given or only thought of, asks for. */
export function stagesBy({ regimes, pace }: Asked, answer: Answered | null, now: Date): Stage[] {
  if (answer?.concerned !== 'yes' || answer.place === null) return [];
  return stagesOf(answer.regime, knownOf(answer, regimes.sent), answer.place, now, pace);
}

/** Every stage of every regime that applies, in the order of the answers. */
export function runningStages(asked: Asked, now: Date): RunningStage[] {
  const { answers, sent } = asked.regimes;
  const newest = answers.filter((answer) => answerTo(asked.regimes, answer.regime) === answer);
  return newest.flatMap((answer) =>
    stagesBy(asked, answer, now).map((stage) => {
      const before = sent.find(({ regime, sentAt }) => regime === answer.regime && sentAt === stage.t0);
      return { ...stage, regime: answer.regime, place: answer.place, about: Math.max(answer.seq, before?.seq ?? 0) };
    }),
  );
}

/** What is owed does not depend on the hour, only how late it is. */
const ANY_HOUR = new Date(0);

/** The stages that keep it open. */
export const owedStages = (asked: Asked): RunningStage[] =>
  runningStages(asked, ANY_HOUR).filter((stage) => !isSettled(stage));

/** The stages that can be done now: what they count from is known, and they are not done, or can be again. */
export const openStages = (asked: Asked): RunningStage[] =>
  runningStages(asked, ANY_HOUR).filter(({ t0, sentAt, optional }) => t0 !== null && (sentAt === null || optional));

/** A limit that another answer would put off, or stop: null after. */
export type PutOff = { stage: Stage['id']; before: string; after: string | null };

/** Of limits that run, those that would be over later, or would run no more (invariant 4). */
export const putOff = (before: readonly Stage[], after: readonly Stage[]): PutOff[] =>
  before.flatMap(({ id: stage, dueAt, sentAt }) => {
    if (dueAt === null || sentAt !== null) return [];
    const next = after.find(({ id }) => id === stage)?.dueAt ?? null;
    return next !== null && Date.parse(next) <= Date.parse(dueAt) ? [] : [{ stage, before: dueAt, after: next }];
  });
