import { type Pace, paceOf } from '../deadline/pace';
import { workingDayRungs } from '../deadline/workingDayLadder';
import { runningStages } from '../regime/asked';
import { regimeRungs } from '../regime/rungs';
import { DAY_MS, HOUR_MS, plusMs } from '../shared/instant';
import type { Role } from '../shared/roles';
import type { AuthorityQuestion } from './authority';
import { awaitsByInstant } from './awaited';
import type { ClockMove, ControllerCase } from './case';
import { complementHours, WEEK_HOURS } from './complement';
import { awaitedMeasures } from './measures';
import { addressesGo } from './keptAddresses';
import { isTellingOwed, type Persons } from './persons';
import { placeOf } from './place';
import { askedOf } from './regimes';
import { type CaseRung, repeatedRungs } from './rung';
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
/** High risk: 24 h to draft what the persons are told, 48 h to tell them, then a reminder each day. */
export const DRAFT_HOURS = 24;
export const TELL_HOURS = 48;

/** Every step of every ladder that runs, those that have passed included; `now` bounds the ones without an end. */
export function caseRungs(one: ControllerCase, now: Date): CaseRung[] {
  const incoming = [...once(one), ...questions(one), ...measures(one)];
  if (one.stage === 'CLOSED') return incoming; // what comes in after the end is told all the same
  return [
    ...incoming,
    ...processor(one),
    ...authority(one, now),
    ...complements(one, now),
    ...silences(one),
    ...persons(one, now),
    ...addresses(one),
    ...awaited(one),
    ...regimeRungs(runningStages(askedOf(one), now), paceOf(one.opened), now),
  ];
}

const DECIDERS: readonly Role[] = ['DPO', 'DIR'];

/** DPO and management are told at once that there is a case, and of each further telling: the risk may be another one. */
const once = (one: ControllerCase): CaseRung[] => [
  ...onceAt('opened', one.opened, openLimit(one)?.strict),
  ...one.told
    .slice(1)
    .slice(-1)
    .flatMap((newest) => onceAt('reassess', newest)),
];

const onceAt = (
  ladder: CaseLadder,
  { seq, at }: { seq: number; at: string },
  dueAt: string | null = null,
): CaseRung[] => [{ ladder, about: seq, step: 1, atMs: Date.parse(at), roles: DECIDERS, startedAt: at, dueAt }];

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

/** Entry since which the clock runs from its t0: one that was corrected, or runs again, is climbed anew. */
function movedAt({ clockHistory, opened }: ControllerCase): number {
  const isAnew = ({ before, after }: ClockMove) => before.t0 !== after.t0 || before.status === 'cancelled';
  return clockHistory.findLast(isAnew)?.seq ?? opened.seq;
}

/** Until when a question of the authority is to be answered. */
export const questionDue = (
  { askedAt, dueAt }: Pick<AuthorityQuestion, 'askedAt' | 'dueAt'>,
  { opened }: Pick<ControllerCase, 'opened'>,
): string => dueAt ?? plusMs(askedAt, (QUESTION_HOURS * HOUR_MS) / paceOf(opened));

/** After an initial notification: when its authority asks for more, then each week (domain rules 7.4, region SA). */
function complements({ authorities, opened }: ControllerCase, now: Date): CaseRung[] {
  return authorities.flatMap(({ authorityId, state, filings }): CaseRung[] => {
    const last = filings.at(-1);
    if (last === undefined || (state !== 'INITIAL_SENT' && state !== 'COMPLEMENTED')) return [];
    const first = state === 'INITIAL_SENT' ? complementHours(authorityId, last.sentAt, opened) : WEEK_HOURS;
    return repeatedRungs(
      'complement',
      { about: last.seq, from: last.sentAt, first, each: WEEK_HOURS, roles: ['DPO'], pace: paceOf(opened) },
      now,
    );
  });
}

/** What an authority leaves unsaid is told to the DPO once: nothing closes by itself. */
const silences = ({ authorities, opened }: ControllerCase): CaseRung[] =>
  authorities.flatMap((file): CaseRung[] => {
    const silence = silenceOf(file, opened);
    if (silence === null) return [];
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
  awaitedMeasures(one.processor.measures).flatMap(({ seq, proposedAt, dueAt, urgent }) => [
    ...onceAt('measure', { seq, at: proposedAt }).map((rung) => ({ ...rung, dueAt })),
    ...answerSteps('measure', { seq, askedAt: proposedAt, dueAt, urgent }, URGENT_MEASURE, one),
  ]);

/** Domain rules 7.7, row "5 jours ouvrés"; what is urgent goes by its hours. */
function answerSteps(
  ladder: CaseLadder,
  waiting: Waiting & { urgent: boolean },
  urgent: Steps,
  { opened }: ControllerCase,
): CaseRung[] {
  if (waiting.urgent) return stepsOf(ladder, waiting, urgent);
  const { seq: about, askedAt: from, dueAt } = waiting;
  return workingDayRungs({ from, dueAt }, placeOf(opened), paceOf(opened)).map((rung) => ({
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

function persons(one: ControllerCase, now: Date): CaseRung[] {
  if (one.stage !== 'BREACH') return []; // found to be none, nothing is owed to anybody
  const { state, requiredAt, requiredSeq, hold, unreached } = one.persons;
  const failed = unreached === null ? [] : onceAt('unreached', unreached);
  const held = state === 'ON_HOLD' && hold !== null ? holdOver(hold, paceOf(one.opened), now) : [];
  if (requiredAt === null || requiredSeq === null || !isTellingOwed(one.persons)) return [...failed, ...held];
  const since = { about: requiredSeq, from: requiredAt, each: DAY_MS / HOUR_MS, pace: paceOf(one.opened) };
  const isUndrafted = state === 'REQUIRED' || state === 'ORDERED';
  const [draft] = repeatedRungs('draft', { ...since, first: DRAFT_HOURS, roles: ['DPO'] }, now);
  const tell = repeatedRungs('tell', { ...since, first: TELL_HOURS, roles: DECIDERS }, now);
  return isUndrafted && draft !== undefined ? [draft, ...failed, ...tell] : [...failed, ...held, ...tell];
}

/** Addresses of a list that has ended go, whatever becomes of the case: the DPO hears of it in time to tell whom it did not reach. */
const addresses = ({ persons: { sendings } }: ControllerCase): CaseRung[] =>
  sendings.flatMap((sending) => {
    const going = addressesGo(sending);
    if (going === null) return [];
    const { seq, at } = sending;
    return onceAt('addresses', { seq, at }, going.goAt).map((rung) => ({
      ...rung,
      roles: ['DPO'] as const,
      atMs: Date.parse(going.warnAt),
    }));
  });

/** What was said to be known by now is told once, as it passes: the date may be said anew, the limit stands on the case. */
const awaited = (one: ControllerCase): CaseRung[] =>
  one.stage === 'NOT_A_BREACH'
    ? []
    : awaitsByInstant(one).map(([{ seq: about, at: startedAt, knownBy: dueAt }]) => {
        const atMs = Date.parse(dueAt);
        const step = (atMs - Date.parse(startedAt)) / HOUR_MS;
        return { ladder: 'awaited', about, step, atMs, roles: ['IM', 'DPO'], startedAt, dueAt };
      });

/**
 * A hold ends only by a person, who is asked: each day from the instant until which it was requested, each week where none
 * was given, since a hold is never final (domain rules 7.4).
 */
function holdOver({ seq, at, until }: NonNullable<Persons['hold']>, pace: Pace, now: Date): CaseRung[] {
  const first = until === null ? WEEK_HOURS : ((Date.parse(until) - Date.parse(at)) / HOUR_MS) * pace;
  const each = until === null ? WEEK_HOURS : DAY_MS / HOUR_MS;
  return repeatedRungs('hold', { about: seq, from: at, first, each, roles: DECIDERS, pace }, now);
}
