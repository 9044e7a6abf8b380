import { localDate } from '../deadline/calendarDate';
import { dueLadder } from '../deadline/dueLadder';
import { paced, paceOf } from '../deadline/pace';
import type { Place } from '../deadline/longPeriods';
import { nextRungs } from '../deadline/nextRungs';
import { soonestWithin } from '../deadline/soonest';
import { nextWorkingDay, opensAt } from '../deadline/workingDays';
import { nextDelivery } from '../delivery/outbox';
import { type RegimeRung, regimeRungs } from '../regime/rungs';
import { HOUR_MS } from '../shared/instant';
import type { Role } from '../shared/roles';
import { type Limit, touchesNobody } from './earliestLimit';
import type { Incident } from './incident';
import { type Elsewhere, stagesHere } from './regimes';
import type { SignalKind } from './vocabulary';
import type { FollowUpStep } from './workValues';

/** What time alone makes due in following an incident up. `atMs` is milliseconds since the epoch and may be past. */
export type Milestone =
  | { kind: 'deliver'; atMs: number; deliverableId: string }
  | { kind: 'tell'; atMs: number; step: FollowUpStep; about: number; roles: Role[] }
  | ({ kind: 'remind' } & RegimeRung);

type Tell = Extract<Milestone, { kind: 'tell' }>;
type Rung = { step: FollowUpStep; hours: number; roles: Role[] };

const ALERTED: readonly Role[] = ['DPO', 'DIR'];

/** Nobody has looked at the signal (domain rules 7.1). */
export const triageLadder: readonly Rung[] = [
  { step: 'triage4h', hours: 4, roles: ['O'] },
  { step: 'triage8h', hours: 8, roles: ['IM'] },
];

/** Half of the 24 hours that an investigation should take, all of them, twice as many. */
export const investigationLadder: readonly Rung[] = [
  { step: 'investigation12h', hours: 12, roles: ['IM'] },
  { step: 'investigation24h', hours: 24, roles: ['DPO'] },
  { step: 'investigation48h', hours: 48, roles: ['DIR'] },
];

/**
 * What stands beside the incident. `limit`: the earliest one of all agreements, asked for while a clock runs and touches
 * nobody; `elsewhere`: the case of our own processing, asked for where other laws ask for something.
 */
export type Beside = { limit?: Limit | null; elsewhere?: Elsewhere | null };

/**
 * The next thing that time alone makes due, or null when nothing is for two weeks. What has passed comes first: mails, the receipt,
 * the alert to DPO and management (duty S4-02), and of a ladder's passed steps only the highest.
 *
 * @param place where the organisation is, for "the next working day"
 */
export const nextMilestone = (incident: Incident, now: Date, place: Place, beside: Beside = {}): Milestone | null =>
  soonestWithin(milestonesOf(incident, now, place, beside), now);

/** In order of urgency. */
function milestonesOf(
  incident: Incident,
  now: Date,
  place: Place,
  { limit = null, elsewhere = null }: Beside,
): Milestone[] {
  const next = nextDelivery(incident.outbox);
  const mail: Milestone[] = next === null ? [] : [{ kind: 'deliver', ...next }];
  return [
    ...untold(incident, [...receipt(incident), ...alert(incident), ...heard(incident)]),
    ...mail,
    ...(limit === null ? [] : whom(incident, limit, now)),
    ...regimes(incident, elsewhere, now),
    ...climb(incident, now),
    ...untold(incident, reviews(incident, place)),
  ];
}

const tell = (step: FollowUpStep, about: number, at: string, roles: readonly Role[] = []): Tell => ({
  kind: 'tell',
  step,
  about,
  roles: [...roles],
  atMs: Date.parse(at),
});

const isTold = ({ peopleTold }: Incident, { step, about }: Pick<Tell, 'step' | 'about'>): boolean =>
  peopleTold.some((told) => told.step === step && told.about === about);

const untold = (incident: Incident, tells: Tell[]): Tell[] => tells.filter((one) => !isTold(incident, one));

const receipt = ({ report }: Incident): Tell[] => [tell('receipt', report.seq, report.at)];

/** Whom a signal is told to at once; what its declarant took for a mere event, to nobody before it is declared an incident. */
export const toldAtOnce = (kind: SignalKind): Role[] => (kind === 'event' ? [] : [...ALERTED]);

/** At once, not after a ladder. */
function alert({ report, declared }: Incident): Tell[] {
  const cause = toldAtOnce(report.kind).length === 0 ? declared : report;
  return cause === null ? [] : [tell('alert', cause.seq, cause.at, [...ALERTED])];
}

/**
 * What a sub-processor told goes on within two hours, sooner under a short contract: who leads, the DPO and management hear of
 * it at once, a doubt, too (domain rules 7.5, duty S4-02).
 */
const heard = ({ subNotices }: Incident): Tell[] =>
  subNotices.map(({ seq, at }) => tell('subNotice', seq, at, ['IM', 'DPO', 'DIR']));

function climb(incident: Incident, now: Date): Tell[] {
  const { stage, report, triage } = incident;
  if (stage === 'EVENT_NEW') return nextRung(incident, triageLadder, report, now);
  if (stage !== 'TRIAGE' || triage === null) return [];
  const isJustified = incident.justifications.length > 0;
  const ladder = investigationLadder.filter(({ step }) => !(isJustified && step === 'investigation24h'));
  return nextRung(incident, ladder, triage, now);
}

/**
 * Whom it touches is for a person to say before the limit has passed: who leads, the DPO, management (domain rules 7.7, row
 * "proc 24 h"). Of each run of the clock once, however its start moves.
 */
function whom(incident: Incident, { t0, dueAt }: Limit, now: Date): Tell[] {
  if (!touchesNobody(incident)) return [];
  const { clockHistory, report } = incident;
  const ended = clockHistory.findLastIndex(({ after }) => after.status === 'cancelled');
  const about = clockHistory[ended + 1]?.seq ?? report.seq;
  const fromMs = Date.parse(t0);
  const rungs = dueLadder.map(({ percent, roles }) => ({
    ...tell(`whom${percent}`, about, t0, roles),
    atMs: fromMs + (Date.parse(dueAt) - fromMs) * (percent / 100),
  }));
  return highest(incident, rungs, now);
}

function nextRung(incident: Incident, ladder: readonly Rung[], from: { seq: number; at: string }, now: Date): Tell[] {
  const rungs = ladder.map(({ step, hours, roles }) => ({
    ...tell(step, from.seq, from.at, roles),
    atMs: Date.parse(from.at) + (hours * HOUR_MS) / paceOf(incident.report),
  }));
  return highest(incident, rungs, now);
}

/** The highest passed step of which nobody was told, else the next to come. */
function highest(incident: Incident, rungs: readonly Tell[], now: Date): Tell[] {
  const open = rungs.slice(rungs.findLastIndex((rung) => isTold(incident, rung)) + 1);
  const next = open.findLast(({ atMs }) => atMs <= now.getTime()) ?? open[0];
  return next === undefined ? [] : [next];
}

/** What other laws ask for (domain rules 6, 7.6, 7.7). */
function regimes(incident: Incident, elsewhere: Elsewhere | null, now: Date): Milestone[] {
  const rungs = regimeRungs(stagesHere(incident, elsewhere, now), paceOf(incident.report), now);
  return nextRungs(rungs, incident.regimesReminded, now).map((rung) => ({ kind: 'remind', ...rung }));
}

/** 09:00 of the next working day. */
const morningAfter = (at: string, { zone, calendar }: Place): string =>
  opensAt(localDate(nextWorkingDay(at, calendar, zone), zone), zone);

/** Invariant 14: what one person did for two is reviewed the next working day. */
function reviews({ breakGlasses, report }: Incident, place: Place): Tell[] {
  return breakGlasses
    .filter(({ reviewed }) => reviewed === null)
    .map(({ seq, at }) =>
      tell('breakGlassReview', seq, paced(at, morningAfter(at, place), paceOf(report)), ['DPO', 'DIR']),
    );
}

const EPOCH = new Date(0);
const ANYWHERE: Place = { zone: 'UTC', calendar: 'FR-metropole' };

/** Whether it still asks something of somebody: it is open, unreviewed, or something has yet to leave. */
export function isFollowed(incident: Incident): boolean {
  const isEnded = incident.stage === 'EVENT_CLOSED' || incident.stage === 'CLOSED';
  const isUnreviewed = incident.breakGlasses.some(({ reviewed }) => reviewed === null);
  return !isEnded || isUnreviewed || milestonesOf(incident, EPOCH, ANYWHERE, {}).length > 0;
}
