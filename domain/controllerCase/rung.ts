import { type Repeating, repeatedSteps } from '../deadline/repeated';
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

/** The first step, and one each so many hours after it: those that have passed, and the next. */
export function repeatedRungs(
  ladder: CaseLadder,
  { about, roles, ...repeating }: Repeating & { about: number; roles: readonly Role[] },
  now: Date,
): CaseRung[] {
  const { from, first, pace } = repeating;
  const dueAt = plusMs(from, (first * HOUR_MS) / pace);
  return repeatedSteps(repeating, now).map((one) => ({ ladder, about, ...one, roles, startedAt: from, dueAt }));
}

/** Who decides: told at once of what only they can settle. */
export const DECIDERS: readonly Role[] = ['DPO', 'DIR'];

/** One step, at the instant of its entry. */
export const onceAt = (
  ladder: CaseLadder,
  { seq, at }: { seq: number; at: string },
  dueAt: string | null = null,
): CaseRung[] => [{ ladder, about: seq, step: 1, atMs: Date.parse(at), roles: DECIDERS, startedAt: at, dueAt }];
