import { paceOf } from '../deadline/pace';
import { knownOf, type RegimeAnswer, type StageSent } from '../regime/answer';
import type { Mark } from '../incident/incident';
import { screening, type Screening } from '../regime/screening';
import { isSettled, type Stage, stagesOf } from '../regime/stages';
import type { RegimeId } from '../regime/vocabulary';
import type { CaseClock } from './clock';
import { placeOf } from './place';
import type { CaseOpened } from './values';

/** What was answered and done under other laws (domain rules 6 and 7.4, region OTHER). Nothing is taken out of it. */
export type Regimes = {
  /** In the order in which they were given: of one regime the newest counts. */
  answers: readonly (RegimeAnswer & Mark)[];
  sent: readonly (StageSent & Mark)[];
};

export const noRegimes: Regimes = { answers: [], sent: [] };

type Asked = { regimes: Regimes; opened: Pick<CaseOpened, 'zone' | 'drill'> };

/** One stage of a regime that applies. `about`: the entry since which its clock runs. */
export type RunningStage = Stage & { regime: RegimeId; about: number };

/** Which regimes have been looked at, of those that were law when it was first known. */
export const screeningOf = ({ regimes, clock }: { regimes: Regimes; clock: CaseClock }): Screening =>
  screening(regimes.answers, clock.t0);

/** The newest answer about a regime; null while there is none. */
export const answerTo = ({ answers }: Regimes, id: RegimeId): (RegimeAnswer & Mark) | null =>
  answers.findLast(({ regime }) => regime === id) ?? null;

/** The stages that an answer, given or only thought of, asks for. */
export function stagesBy(one: Asked, answer: RegimeAnswer | null, now: Date): Stage[] {
  if (answer?.concerned !== 'yes') return [];
  return stagesOf(answer.regime, knownOf(answer, one.regimes.sent), placeOf(one.opened), now, paceOf(one.opened));
}

/** Every stage of every regime that applies, in the order of the answers. */
export function runningStages(one: Asked, now: Date): RunningStage[] {
  const { answers, sent } = one.regimes;
  const newest = answers.filter((answer) => answerTo(one.regimes, answer.regime) === answer);
  return newest.flatMap((answer) =>
    stagesBy(one, answer, now).map((stage) => {
      const before = sent.find(({ regime, sentAt }) => regime === answer.regime && sentAt === stage.t0);
      return { ...stage, regime: answer.regime, about: Math.max(answer.seq, before?.seq ?? 0) };
    }),
  );
}

/** What is owed does not depend on the hour, only how late it is. */
const ANY_HOUR = new Date(0);

/** The stages that keep the case open. */
export const owedStages = (one: Asked): RunningStage[] =>
  runningStages(one, ANY_HOUR).filter((stage) => !isSettled(stage));

/** The stages that can be done now: what they count from is known, and they are not done, or can be again. */
export const openStages = (one: Asked): RunningStage[] =>
  runningStages(one, ANY_HOUR).filter(({ t0, sentAt, optional }) => t0 !== null && (sentAt === null || optional));

/** A limit that another answer would put off, or stop: null after. */
export type PutOff = { stage: Stage['id']; before: string; after: string | null };

/** Of limits that run, those that would be over later, or would run no more (invariant 4). */
export const putOff = (before: readonly Stage[], after: readonly Stage[]): PutOff[] =>
  before.flatMap(({ id: stage, dueAt, sentAt }) => {
    if (dueAt === null || sentAt !== null) return [];
    const next = after.find(({ id }) => id === stage)?.dueAt ?? null;
    return next !== null && Date.parse(next) <= Date.parse(dueAt) ? [] : [{ stage, before: dueAt, after: next }];
  });
