import { statusOf } from '../approval/approval';
import { awaitedRoles } from '../approval/awaited';
import { awaitsByInstant } from '../controllerCase/awaited';
import {
  authorityRegion,
  awaitsReassessment,
  type ControllerCase,
  currentAdvice,
  currentScore,
  decisionOf,
  filedAt,
  isMandated,
  reassessedFor,
} from '../controllerCase/case';
import { toTell } from '../controllerCase/competence';
import { awaitsWithdrawal } from '../controllerCase/authority';
import { complementOwed } from '../controllerCase/complement';
import { proposesInitial, questionDue, SILENT_HOURS, WITHDRAW_HOURS } from '../controllerCase/ladders';
import { isTellingOwed } from '../controllerCase/personsOwed';
import { owedToReach } from '../controllerCase/personsReached';
import { TELL_HOURS } from '../controllerCase/personsLadders';
import { awaitedMeasures } from '../controllerCase/measures';
import { DECIDERS } from '../controllerCase/rung';
import { silenceOf } from '../controllerCase/silence';
import { quorumOf } from '../controllerCase/quorum';
import { askedOf } from '../controllerCase/regimes';
import { regimeRows } from './regimeRows';
import { authorityLimit, openLimit, termOf } from '../controllerCase/term';
import { runningStages } from '../regime/asked';
import { type ClockRow, plainRow } from './clockRow';
import { type Clock, runningClock, within } from './clockState';
import { paceOf } from './pace';
import type { Role } from '../shared/roles';

/**
 * Every clock of a controller's case, in the order in which its page and "Now" say what to do first: by limit. Late in the 72
 * hours, telling the authority waits for no decision of the risk (domain rules 7.4, ASSESS), and past them for nothing; its
 * limit is the law's, and stands before our own for the persons. What is not owed, or no longer, has no row.
 */
export function caseRows(one: ControllerCase, now: Date): ClockRow[] {
  if (one.stage === 'CLOSED') return questions(one); // an authority may ask after the end
  const isProposed = proposesInitial(one, now);
  const limit = openLimit(one)?.strict ?? null;
  const isLate = limit !== null && Date.parse(limit) <= now.getTime();
  const dueOf = ({ obligation, clock }: ClockRow): number => {
    if (obligation === 'authority' && clock.doneAt === null && isLate) return 0;
    if (obligation === 'riskDecision' && isProposed && limit !== null) return Date.parse(limit) + 1;
    const due = Date.parse(clock.dueAt);
    return obligation === 'persons' && limit !== null && !isLate ? Math.max(due, Date.parse(limit) + 2) : due;
  };
  return allRows(one, now).toSorted((a, b) => dueOf(a) - dueOf(b));
}

function allRows(one: ControllerCase, now: Date): ClockRow[] {
  return [
    ...authority(one),
    ...risk(one),
    ...(one.stage === 'NOT_A_BREACH' ? withdrawals(one) : [...complements(one), ...silences(one, now)]),
    ...questions(one),
    ...asked(one),
    ...measures(one),
    ...persons(one),
    ...awaited(one),
    ...regimes(one, now),
    ...approvals(one, now),
  ];
}

function row(one: ControllerCase, own: Pick<ClockRow, 'obligation' | 'clock'> & Partial<ClockRow>): ClockRow {
  const { incidentId, agreementId } = one.opened;
  return { ...plainRow, caseId: one.id, incidentId, agreementId, roles: DECIDERS, ...own };
}

/** GDPR Art 33(1): strict hours, with Regulation 1182/71's own count beside them; null where none runs and none was met. */
export function authorityClock(one: ControllerCase): Clock | null {
  const due = authorityLimit(one);
  if (due === null || authorityRegion(one) === 'NOT_REQUIRED') return null;
  return { startedAt: one.clock.t0, dueAt: due.strict, doneAt: filedAt(one), reg1182: due.reg1182 };
}

/** One for each authority that is still to be told, named where there are several (ADR 0045); one alone once all were. */
function authority(one: ControllerCase): ClockRow[] {
  const clock = authorityClock(one);
  if (clock === null) return [];
  const provisional = one.clock.status === 'provisional';
  const hours = termOf(one).hours / paceOf(one.opened);
  const ofCountry = (country: string | null) =>
    row(one, { obligation: 'authority', clock, provisional, source: 'law', hours, country });
  const countries = toTell(one);
  if (clock.doneAt !== null || countries.length < 2) return [ofCountry(null)];
  return countries.filter(({ toldAt }) => toldAt === null).map(({ country }) => ofCountry(country));
}

/** Management decides; the DPO is asked for what comes before it, and decides where a mandate was recorded (GDPR Arts 38, 39). */
const deciding = (one: ControllerCase): Role[] =>
  currentScore(one) === null || currentAdvice(one) === null || isMandated(one) ? ['DIR', 'DPO'] : ['DIR'];

/** It must exist at half of the time (domain rules 7.4, ASSESS). */
function risk(one: ControllerCase): ClockRow[] {
  const isOwed = one.stage === 'BREACH' && (decisionOf(one) === null || awaitsReassessment(one));
  if (!isOwed) return [];
  const hours = termOf(one).hours / 2 / paceOf(one.opened);
  const from = decisionOf(one) === null ? one.clock.t0 : (reassessedFor(one)?.at ?? one.clock.t0);
  return [row(one, { obligation: 'riskDecision', clock: within(from, hours), hours, roles: deciding(one) })];
}

const complements = (one: ControllerCase): ClockRow[] =>
  one.authorities.flatMap((file) => {
    const owed = complementOwed(file, one);
    if (owed === null) return [];
    const hours = owed.hours / paceOf(one.opened);
    return [row(one, { obligation: 'complement', clock: within(owed.at, hours), hours, roles: ['DPO'] })];
  });

/** What was notified and is no breach is withdrawn (rule E10). */
function withdrawals(one: ControllerCase): ClockRow[] {
  if (one.ruledOut === null) return [];
  const hours = WITHDRAW_HOURS / paceOf(one.opened);
  const own = { obligation: 'authorityWithdrawal', clock: within(one.ruledOut.at, hours), hours } as const;
  return one.authorities.filter(awaitsWithdrawal).map(() => row(one, { ...own, roles: ['DPO'] }));
}

/** Once it has been silent long enough: a suggestion, with a target of our own. */
const silences = (one: ControllerCase, now: Date): ClockRow[] =>
  one.authorities.flatMap((file) => {
    const overAt = silenceOf(file, one.opened)?.overAt ?? null;
    if (overAt === null || complementOwed(file, one) !== null || Date.parse(overAt) > now.getTime()) return [];
    const hours = SILENT_HOURS / paceOf(one.opened);
    return [row(one, { obligation: 'authoritySilence', clock: within(overAt, hours), hours })];
  });

const questions = (one: ControllerCase): ClockRow[] =>
  one.authorities
    .flatMap((file) => file.questions)
    .filter(({ answeredAt }) => answeredAt === null)
    .map((question) => {
      const clock = runningClock(question.askedAt, questionDue(question, one));
      return row(one, {
        obligation: 'authorityQuestion',
        clock,
        source: question.dueAt === null ? 'procedure' : 'authority',
      });
    });

/** What the processor owes us an answer to. */
const asked = (one: ControllerCase): ClockRow[] =>
  one.processor.questions
    .filter(({ answeredAt }) => answeredAt === null)
    .map(({ askedAt, dueAt }) =>
      row(one, { obligation: 'processorAnswer', clock: runningClock(askedAt, dueAt), roles: ['IM', 'DPO'] }),
    );

/** What the processor proposes waits for our word. */
const measures = (one: ControllerCase): ClockRow[] =>
  awaitedMeasures(one.processor.measures).map(({ proposedAt, dueAt }) =>
    row(one, { obligation: 'measureDecision', clock: runningClock(proposedAt, dueAt), source: 'contract' }),
  );

/**
 * A high risk, or an order: our own target, since the law gives no number of hours. Where mails did not reach all, the same
 * time again from when that is known.
 */
function persons(one: ControllerCase): ClockRow[] {
  const { requiredAt } = one.persons;
  if (one.stage !== 'BREACH') return [];
  const hours = TELL_HOURS / paceOf(one.opened);
  const missed = owedToReach(one.persons);
  if (!isTellingOwed(one.persons) && missed !== null)
    return [row(one, { obligation: 'persons', clock: within(missed.at, hours), hours })];
  if (!isTellingOwed(one.persons) || requiredAt === null) return [];
  return [row(one, { obligation: 'persons', clock: within(requiredAt, hours), hours })];
}

/** What is not known yet of the record, with the instant by which somebody said that it would be. */
const awaited = (one: ControllerCase): ClockRow[] =>
  one.stage === 'NOT_A_BREACH'
    ? []
    : awaitsByInstant(one).map((group) => {
        const [{ at, knownBy }] = group;
        const clock = runningClock(at, knownBy);
        const fields = group.map(({ field }) => field);
        return row(one, { obligation: 'recordAwaited', clock, fields, roles: ['IM', 'DPO'] });
      });

const regimes = (one: ControllerCase, now: Date): ClockRow[] =>
  regimeRows(runningStages(askedOf(one), now), paceOf(one.opened)).map((own) => row(one, own));

const approvals = (one: ControllerCase, now: Date): ClockRow[] =>
  one.approvals
    .filter((approval) => statusOf(approval, one.decided, now) === 'open')
    .map(({ proposal, requestedAt, expiresAt, voices }) =>
      row(one, {
        obligation: 'approval',
        clock: runningClock(requestedAt, expiresAt),
        roles: awaitedRoles(voices, quorumOf(proposal, one.clock)),
        voices: voices.map(({ actorId }) => actorId),
      }),
    );
