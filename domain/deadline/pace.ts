import { z } from 'zod';
import type { Terms } from '../agreement/terms';

/** A day in a minute: faster, and no engine could keep the steps apart. */
export const FASTEST = 1440;

/** How many times faster the clocks of an exercise run: at 60, one second stands for a minute. */
export const Pace = z.int().min(1).max(FASTEST);
export type Pace = z.infer<typeof Pace>;

/** The exercise that something belongs to, and the pace of its clocks; only on what is marked as an exercise. */
export const Drill = z.strictObject({
  exerciseId: z.string().min(1).max(200),
  pace: Pace.meta({ description: 'the clocks run so many times faster' }),
});
export type Drill = z.infer<typeof Drill>;

/** 1 for everything real, and for a drill that nobody planned. */
export const paceOf = ({ drill }: { drill?: Drill | undefined }): Pace => drill?.pace ?? 1;

/**
 * A limit at the pace of an exercise: only its distance from where it counts shrinks, never an instant that somebody gave.
 * At pace 1 it is the very same text.
 *
 * @returns UTC instant
 */
export const paced = (from: string, dueAt: string, pace: Pace): string =>
  pace === 1 ? dueAt : new Date(Date.parse(from) + (Date.parse(dueAt) - Date.parse(from)) / pace).toISOString();

/** What a contract says about time, at the pace of an exercise: a shorter contract, which is judged like any other (ADR 0015). */
export function pacedTerms<T extends Terms>(terms: T, pace: Pace): T {
  if (pace === 1) return terms;
  const { breachNotice, protectiveNotice, silenceClosesAfterDays } = terms;
  return {
    ...terms,
    breachNotice: { ...breachNotice, hours: breachNotice.hours / pace },
    protectiveNotice: { ...protectiveNotice, marginMinutes: protectiveNotice.marginMinutes / pace },
    silenceClosesAfterDays: silenceClosesAfterDays / pace,
  };
}
