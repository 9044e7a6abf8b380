import { type Pace, paceOf } from '../deadline/pace';
import { DAY_MS, HOUR_MS } from '../shared/instant';
import type { Role } from '../shared/roles';
import type { ControllerCase } from './case';
import { type RunningStage, runningStages } from './regimes';
import { type CaseRung, repeatedRungs } from './rung';

type Step = { percent: number; roles: readonly Role[] };

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

/** The steps of every stage of another law that is still to be done (domain rules 6, 7.7). */
export const regimeRungs = (one: ControllerCase, now: Date): CaseRung[] =>
  runningStages(one, now)
    .filter(({ sentAt }) => sentAt === null)
    .flatMap((stage) => rungsOf(stage, paceOf(one.opened), now));

function rungsOf({ regime, id, about, t0, dueAt }: RunningStage, pace: Pace, now: Date): CaseRung[] {
  const ladder = `${regime}.${id}` as const;
  if (t0 === null) return [];
  if (dueAt === null) {
    const each = NO_NUMBER_HOURS;
    const daily = repeatedRungs(ladder, { about, from: t0, first: each, each, roles: ['DPO'], pace }, now);
    return daily.map((rung) => ({ ...rung, dueAt: null }));
  }
  const [startMs, dueMs] = [Date.parse(t0), Date.parse(dueAt)];
  return stepsOf((dueMs - startMs) * pace).map(({ percent, ms, roles }) => {
    const atMs = startMs + ms / pace;
    return { ladder, about, step: percent, atMs, roles, startedAt: t0, dueAt };
  });
}

/** `percent` is whole, as mails say it; `ms` since the start is exact. */
function stepsOf(spanMs: number): (Step & { ms: number })[] {
  if (spanMs <= MIDDLE_MS) {
    const steps = spanMs <= SHORT_MS ? SHORT : MIDDLE;
    return steps.map((step) => ({ ...step, ms: (spanMs * step.percent) / 100 }));
  }
  return LONG.flatMap(({ daysBefore, roles }) => {
    const ms = spanMs - daysBefore * DAY_MS;
    return ms <= 0 ? [] : [{ percent: Math.floor((100 * ms) / spanMs), roles, ms }];
  });
}
