import { HOUR_MS, plusMs } from '../shared/instant';

/** How a clock looks: hollow ring, filled ring from 75 %, strict hours over, late, done. */
export type ClockState = 'run' | 'near' | 'strict' | 'late' | 'done';

/** From this part of its time on a clock is near: the DPO and management are told then (domain rules section 7.7). */
export const NEAR_PART = 0.75;

export type Clock = {
  startedAt: string;
  dueAt: string;
  /** When it was met; null while it runs. */
  doneAt: string | null;
  /** Met only by mails that were caught here: nobody outside has been told. */
  caught?: boolean;
  /** Regulation 1182/71's own count, where strict hours are over before it; null elsewhere. */
  reg1182: string | null;
};

export const runningClock = (startedAt: string, dueAt: string): Clock => ({
  startedAt,
  dueAt,
  doneAt: null,
  reg1182: null,
});

/** From an instant, for so many hours. */
export const within = (from: string, hours: number): Clock => runningClock(from, plusMs(from, hours * HOUR_MS));

export function clockState({ startedAt, dueAt, doneAt, reg1182, caught = false }: Clock, now: Date): ClockState {
  if (doneAt !== null) return caught ? 'near' : 'done';
  const nowMs = now.getTime();
  const dueMs = Date.parse(dueAt);
  if (nowMs > dueMs) return reg1182 !== null && nowMs <= Date.parse(reg1182) ? 'strict' : 'late';
  const startMs = Date.parse(startedAt);
  return nowMs - startMs >= NEAR_PART * (dueMs - startMs) ? 'near' : 'run';
}
