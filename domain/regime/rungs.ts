import type { Pace } from '../deadline/pace';
import { workingDayRungs } from '../deadline/workingDayLadder';
import { DAY_MS, HOUR_MS } from '../shared/instant';
import type { Role } from '../shared/roles';
import type { RunningStage } from './asked';
import { repeatedSteps } from '../deadline/repeated';
import type { StageName } from './vocabulary';

type Step = { percent: number; roles: readonly Role[] };

/** One step at which somebody is told of a stage. `step`: percent of its time; hours since it began where it has no limit. */
export type RegimeRung = {
  ladder: StageName;
  about: number;
  step: number;
  atMs: number;
  roles: readonly Role[];
  startedAt: string;
  dueAt: string | null;
};

/** Domain rules 7.7: clocks of a few hours. */
const SHORT: readonly Step[] = [
  { percent: 50, roles: ['O'] },
  { percent: 75, roles: ['IM'] },
  { percent: 90, roles: ['DIR'] },
  { percent: 100, roles: ['DIR', 'DPO'] },
];
/** Domain rules 7.7: clocks of a day to a few days. */
const MIDDLE: readonly Step[] = [
  { percent: 25, roles: ['DPO'] },
  { percent: 50, roles: ['DPO', 'IM'] },
  { percent: 75, roles: ['DPO', 'DIR'] },
  { percent: 90, roles: ['DIR'] },
  { percent: 100, roles: ['DIR', 'DPO'] },
];
/** Domain rules 7.6: the complaint without which the insurance does not pay (insurance code L12-10-1). */
const COMPLAINT: readonly Step[] = [
  { percent: 25, roles: ['L', 'DIR'] },
  { percent: 50, roles: ['DIR'] },
  { percent: 75, roles: ['DIR', 'DPO'] },
  { percent: 90, roles: ['O', 'IM', 'DPO', 'DIR', 'L'] },
  { percent: 100, roles: ['DIR', 'DPO'] },
];
/** Domain rules 7.7: months and years, days before the limit. */
const LONG: readonly { daysBefore: number; roles: readonly Role[] }[] = [
  { daysBefore: 30, roles: ['DPO'] },
  { daysBefore: 7, roles: ['DPO'] },
  { daysBefore: 1, roles: ['DPO', 'DIR'] },
  { daysBefore: 0, roles: ['DIR', 'DPO'] },
];
const SHORT_MS = 12 * HOUR_MS;
const MIDDLE_MS = 10 * DAY_MS;
/** What is owed without undue delay: each day, until it is done. */
export const NO_NUMBER_HOURS = 24;

/** The steps of every stage of another law that is still to be done (domain rules 6, 7.6, 7.7). */
export const regimeRungs = (stages: readonly RunningStage[], pace: Pace, now: Date): RegimeRung[] =>
  stages.filter(({ sentAt }) => sentAt === null).flatMap((stage) => rungsOf(stage, pace, now));

/** The insurer is told within working days (insurance code L113-2): by their ladder, at the end with the lawyer. */
function rungsOf({ regime, id, about, t0, dueAt, place }: RunningStage, pace: Pace, now: Date): RegimeRung[] {
  const ladder = `${regime}.${id}` as const;
  if (t0 === null) return [];
  if (dueAt === null) {
    const daily = repeatedSteps({ from: t0, first: NO_NUMBER_HOURS, each: NO_NUMBER_HOURS, pace }, now);
    return daily.map((one) => ({ ladder, about, ...one, roles: ['DPO'], startedAt: t0, dueAt: null }));
  }
  if (ladder === 'insuranceNotice.notice' && place !== null) {
    return workingDayRungs({ from: t0, dueAt }, place, pace).map(({ roles, ...rung }) => {
      return { ladder, about, ...rung, roles: rung.step === 100 ? [...roles, 'L'] : roles, startedAt: t0, dueAt };
    });
  }
  const [startMs, dueMs] = [Date.parse(t0), Date.parse(dueAt)];
  const spanMs = (dueMs - startMs) * pace;
  const steps = ladder === 'insuranceComplaint.complaint' ? partsOf(spanMs, COMPLAINT) : stepsOf(spanMs);
  return steps.map(({ percent, ms, roles }) => {
    const atMs = startMs + ms / pace;
    return { ladder, about, step: percent, atMs, roles, startedAt: t0, dueAt };
  });
}

const partsOf = (spanMs: number, steps: readonly Step[]) =>
  steps.map((step) => ({ ...step, ms: (spanMs * step.percent) / 100 }));

/** `percent` is whole, as mails say it; `ms` since the start is exact. */
function stepsOf(spanMs: number): (Step & { ms: number })[] {
  if (spanMs <= MIDDLE_MS) return partsOf(spanMs, spanMs <= SHORT_MS ? SHORT : MIDDLE);
  return LONG.flatMap(({ daysBefore, roles }) => {
    const ms = spanMs - daysBefore * DAY_MS;
    return ms <= 0 ? [] : [{ percent: Math.floor((100 * ms) / spanMs), roles, ms }];
  });
}
