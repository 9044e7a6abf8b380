import type { Pace } from '../deadline/pace';
import { HOUR_MS, plusMs } from '../shared/instant';
import type { Role } from '../shared/roles';
import type { CaseLadder } from './values';

/** One step at which somebody is told. `dueAt` is the limit that it speaks of; null where nothing has one. */
export type CaseRung = {
  ladder: CaseLadder;
  about: number;
  step: number;
  atMs: number;
  roles: readonly Role[];
  startedAt: string;
  dueAt: string | null;
};

/** `first` and `each` are hours, before the pace of an exercise. */
type Repeating = { about: number; from: string; first: number; each: number; roles: readonly Role[]; pace: Pace };

/** The first step, and one each so many hours after it: those that have passed, and the next. */
export function repeatedRungs(
  ladder: CaseLadder,
  { about, from, first, each, roles, pace }: Repeating,
  now: Date,
): CaseRung[] {
  const hourMs = HOUR_MS / pace;
  const hoursNow = (now.getTime() - Date.parse(from)) / hourMs;
  const passed = Math.max(0, Math.floor((hoursNow - first) / each) + 1);
  const dueAt = plusMs(from, first * hourMs);
  return Array.from({ length: passed + 1 }, (_, index) => {
    const step = first + index * each;
    return { ladder, about, step, atMs: Date.parse(from) + step * hourMs, roles, startedAt: from, dueAt };
  });
}
