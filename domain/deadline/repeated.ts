import { HOUR_MS } from '../shared/instant';
import type { Pace } from './pace';

/** `first` and `each` are hours, before the pace of an exercise. */
export type Repeating = { from: string; first: number; each: number; pace: Pace };

/** The first step, and one each so many hours after it: those that have passed, and the next. `step`: hours since `from`. */
export function repeatedSteps({ from, first, each, pace }: Repeating, now: Date): { step: number; atMs: number }[] {
  const hourMs = HOUR_MS / pace;
  const hoursNow = (now.getTime() - Date.parse(from)) / hourMs;
  const passed = Math.max(0, Math.floor((hoursNow - first) / each) + 1);
  return Array.from({ length: passed + 1 }, (_, index) => {
    const step = first + index * each;
    return { step, atMs: Date.parse(from) + step * hourMs };
  });
}
