import { paceOf } from '../deadline/pace';
import type { Place } from '../deadline/longPeriods';
import { workingDayRungs } from '../deadline/workingDayLadder';
import { runningStages } from '../regime/asked';
import { regimeRungs } from '../regime/rungs';
import { DAY_MS, HOUR_MS, plusMs } from '../shared/instant';
import type { Role } from '../shared/roles';
import { type AuthorityQuestion, awaitsWithdrawal } from './authority';
import { awaitsByInstant } from './awaited';
import { type ClockMove, type ControllerCase, decisionOf, reassessedFor } from './case';
import { complementOwed, WEEK_HOURS } from './complement';
import type { Since } from './growth';
import { awaitedMeasures } from './measures';
import { addressRungs, personsRungs } from './personsLadders';
import { placeOf } from './place';
import { askedOf } from './regimes';
import { type CaseRung, DECIDERS, onceAt, repeatedRungs } from './rung';
import { silenceOf } from './silence';
import { openLimit, termOf } from './term';
import type { CaseLadder } from './values';

/** Domain rules 7.7, clock of 72 h; at 66 % an initial notification is proposed (7.4, ASSESS). */
const AUTHORITY_STEPS: readonly { ladder: 'authority' | 'propose'; percent: number; roles: readonly Role[] }[] = [
  { ladder: 'authority', percent: 25, roles: ['DPO'] },
  { ladder: 'authority', percent: 50, roles: ['DPO', 'IM'] },
  { ladder: 'propose', percent: 66, roles: ['DPO', 'DIR'] },
  { ladder: 'authority', percent: 75, roles: ['DPO', 'DIR'] },
  { ladder: 'authority', percent: 90, roles: ['DIR'] },
  { ladder: 'authority', percent: 100, roles: ['DIR', 'DPO'] },
];

/** After the limit, who decides is told each day: nothing ends the 72 hours but a filing or a decision. */
const OVERDUE_HOURS = 24;
const OVERDUE_ROLES: readonly Role[] = ['DIR', 'DPO'];

/** From when its silence is over we give ourselves this long to close with an authority. */
export const SILENT_HOURS = 336;
/** Where the authority set no limit, we set ourselves one. */
const QUESTION_HOURS = 72;
const QUESTION_STEPS: Steps = [
  { percent: 50, roles: ['DPO'] },
  { percent: 75, roles: ['DPO', 'DIR'] },
  { percent: 100, roles: ['DIR', 'DPO'] },
];
/** Within so long what was no breach is withdrawn, as a target of our own. */
export const WITHDRAW_HOURS = 24;

/** Every step of every ladder that runs, those that have passed included; `now` bounds the ones without an end. */
export function caseRungs(one: ControllerCase, now: Date): CaseRung[] {
  const incoming = [...once(one), ...questions(one), ...measures(one)];
  if (one.stage === 'CLOSED') return incoming; // what comes in after the end is told all the same
  return [
    ...incoming,
    ...processor(one),
    ...authority(one, now),
    ...decisions(one, now),
    ...(one.stage === 'NOT_A_BREACH' ? withdrawals(one, now) : [...complements(one, now), ...silences(one)]),
    ...personsRungs(one, now),
    ...addressRungs(one),
    ...awaited(one),
    ...regimeRungs(runningStages(askedOf(one), now), paceOf(one.opened), now),
  ];
}

/** DPO and management are told at once that there is a case, and of all that may make the risk another one. */
const once = (one: ControllerCase): CaseRung[] => [
  ...onceAt('opened', one.opened, openLimit(one)?.strict),
  ...one.told
    .slice(1)
    .slice(-1)
    .flatMap((newest) => onceAt('reassess', newest)),
  ...outgrown(one).flatMap((newest) => onceAt('reassess', newest)),
];

/** Facts or an assessment that overtook the decision and that nobody told us, the newest alone. */
function outgrown(one: ControllerCase): Since[] {
  const newest = reassessedFor(one);
  return newest === null || one.told.some(({ seq }) => seq === newest.seq) ? [] : [newest];
}

/** Until an authority was told, or the decision is that none has to be. */
function authority(one: ControllerCase, now: Date): CaseRung[] {
  const due = openLimit(one);
  if (due === null) return [];
  const { hours } = termOf(one);
  const { t0: from } = one.clock;
  const [about, pace] = [movedAt(one), paceOf(one.opened)];
  const steps = AUTHORITY_STEPS.map(({ ladder, percent, roles }) => {
    const atMs = Date.parse(from) + (hours * HOUR_MS * percent) / 100 / pace;
    return { ladder, about, step: percent, atMs, roles, startedAt: from, dueAt: due.strict };
  });
  const each = { about, from, first: hours + OVERDUE_HOURS, each: OVERDUE_HOURS, roles: OVERDUE_ROLES, pace };
  const overdue = repeatedRungs('overdue', each, now).map((rung) => ({ ...rung, dueAt: due.strict }));
  const isLongPast = overdue.length > 1; // the day's word is enough, where nobody said the earlier ones
  return [...steps.filter(({ ladder }) => !isLongPast || ladder === 'propose'), ...overdue];
}

/** Whether an initial notification is proposed by now, whatever is still to be decided (domain rules 7.4, ASSESS). */
export const proposesInitial = (one: ControllerCase, now: Date): boolean =>
  authority(one, now).some(({ ladder, atMs }) => ladder === 'propose' && atMs <= now.getTime());

/** Entry since which the clock runs from its t0, and by its hours: one that was corrected, runs again or under another law is climbed anew. */
function movedAt({ clockHistory, opened }: ControllerCase): number {
  const isAnew = ({ type, before, after }: ClockMove) =>
    type === 'law.move' || before.t0 !== after.t0 || before.status === 'cancelled';
  return clockHistory.findLast(isAnew)?.seq ?? opened.seq;
}

/** Until when a question of the authority is to be answered. */
export const questionDue = (
  { askedAt, dueAt }: Pick<AuthorityQuestion, 'askedAt' | 'dueAt'>,
  { opened }: Pick<ControllerCase, 'opened'>,
): string => dueAt ?? plusMs(askedAt, (QUESTION_HOURS * HOUR_MS) / paceOf(opened));

/** Half of the 72 hours, when the risk is decided (domain rules 7.4, ASSESS; 7.7); then each day. */
const DECIDED_BY = 0.5;

/**
 * A filing ends the 72 hours, not what is owed to the persons: until somebody has said what it is and what the risk is,
 * DPO and management are asked each day; of news after a decision, from a day on.
 */
function decisions(one: ControllerCase, now: Date): CaseRung[] {
  if (one.stage === 'NOT_A_BREACH') return [];
  const each = { each: DAY_MS / HOUR_MS, roles: DECIDERS, pace: paceOf(one.opened) };
  if (one.stage === 'RECEIVED' || decisionOf(one) === null) {
    if (openLimit(one) !== null) return []; // the ladder of the 72 hours asks for it
    const first = termOf(one).hours * DECIDED_BY;
    return repeatedRungs('decide', { about: movedAt(one), from: one.clock.t0, first, ...each }, now);
  }
  const newest = reassessedFor(one);
  if (newest === null) return [];
  return repeatedRungs('decide', { about: newest.seq, from: newest.at, first: DAY_MS / HOUR_MS, ...each }, now);
}

/** What was notified and is no breach is withdrawn (rule E10): a day after that was decided the DPO is asked, then each week. */
const withdrawals = ({ authorities, ruledOut, opened }: ControllerCase, now: Date): CaseRung[] =>
  ruledOut === null
    ? []
    : authorities.filter(awaitsWithdrawal).flatMap(({ filings }) => {
        const about = filings.at(-1)?.seq ?? ruledOut.seq;
        const due = { about, from: ruledOut.at, first: WITHDRAW_HOURS, each: WEEK_HOURS, roles: ['DPO'] as const };
        return repeatedRungs('withdraw', { ...due, pace: paceOf(opened) }, now);
      });

/** After a notification that leaves something open: when its authority asks for more, then each week (domain rules 7.4, region SA). */
const complements = (one: ControllerCase, now: Date): CaseRung[] =>
  one.authorities.flatMap((file): CaseRung[] => {
    const owed = complementOwed(file, one);
    if (owed === null) return [];
    const { seq: about, at: from, hours: first } = owed;
    const each = { about, from, first, each: WEEK_HOURS, roles: ['DPO'] as const, pace: paceOf(one.opened) };
    return repeatedRungs('complement', each, now);
  });

/** What an authority leaves unsaid is told to the DPO once: nothing closes by itself, and nothing while we owe it more. */
const silences = (one: ControllerCase): CaseRung[] =>
  one.authorities.flatMap((file): CaseRung[] => {
    const silence = silenceOf(file, one.opened);
    if (silence === null || complementOwed(file, one) !== null) return [];
    const { about, since, overAt } = silence;
    return [
      { ladder: 'silence', about, step: 1, atMs: Date.parse(overAt), roles: ['DPO'], startedAt: since, dueAt: null },
    ];
  });

function questions(one: ControllerCase): CaseRung[] {
  return one.authorities
    .flatMap((file) => file.questions)
    .filter(({ answeredAt }) => answeredAt === null)
    .flatMap((question) => stepsOf('question', { ...question, dueAt: questionDue(question, one) }, QUESTION_STEPS));
}

/** Where it is urgent, and owed within hours. */
const URGENT_QUESTION: Steps = [
  { percent: 75, roles: ['IM', 'DPO'] },
  { percent: 100, roles: ['DPO', 'DIR'] },
];
const URGENT_MEASURE: Steps = [
  { percent: 50, roles: ['IM', 'DPO'] },
  { percent: 80, roles: ['DPO', 'DIR'] },
  { percent: 100, roles: ['DIR', 'DPO'] },
];

/** A question to the processor that waits for its answer. */
const processor = (one: ControllerCase): CaseRung[] =>
  one.processor.questions
    .filter(({ answeredAt }) => answeredAt === null)
    .flatMap((question) => answerSteps('processor', question, URGENT_QUESTION, one));

/** A measure that waits for our word: told at once, then as its time burns. */
const measures = (one: ControllerCase): CaseRung[] =>
  awaitedMeasures(one.processor.measures).flatMap(({ seq, proposedAt, dueAt, urgent, counted }) => [
    ...onceAt('measure', { seq, at: proposedAt }).map((rung) => ({ ...rung, dueAt })),
    ...answerSteps(
      'measure',
      { seq, askedAt: proposedAt, dueAt, urgent, ...(counted && { counted }) },
      URGENT_MEASURE,
      one,
    ),
  ]);

/** Domain rules 7.7, row "5 jours ouvrés", where the limit was counted; what is urgent goes by its hours. */
function answerSteps(
  ladder: CaseLadder,
  waiting: Waiting & { urgent: boolean; counted?: Place },
  urgent: Steps,
  { opened }: ControllerCase,
): CaseRung[] {
  if (waiting.urgent) return stepsOf(ladder, waiting, urgent);
  const { seq: about, askedAt: from, dueAt } = waiting;
  return workingDayRungs({ from, dueAt }, waiting.counted ?? placeOf(opened), paceOf(opened)).map((rung) => ({
    ladder,
    about,
    startedAt: from,
    dueAt,
    ...rung,
  }));
}

type Waiting = { seq: number; askedAt: string; dueAt: string };
type Steps = readonly { percent: number; roles: readonly Role[] }[];

function stepsOf(ladder: CaseLadder, { seq: about, askedAt, dueAt }: Waiting, steps: Steps): CaseRung[] {
  const spanMs = Date.parse(dueAt) - Date.parse(askedAt);
  return steps.map(({ percent, roles }) => {
    const atMs = Date.parse(askedAt) + (spanMs * percent) / 100;
    return { ladder, about, step: percent, atMs, roles, startedAt: askedAt, dueAt };
  });
}

/** What was said to be known by now is told once, as it passes: the date may be said anew, the limit stands on the case. */
const awaited = (one: ControllerCase): CaseRung[] =>
  one.stage === 'NOT_A_BREACH'
    ? []
    : awaitsByInstant(one).map(([{ seq: about, at: startedAt, knownBy: dueAt }]) => {
        const atMs = Date.parse(dueAt);
        const step = (atMs - Date.parse(startedAt)) / HOUR_MS;
        return { ladder: 'awaited', about, step, atMs, roles: ['IM', 'DPO'], startedAt, dueAt };
      });
