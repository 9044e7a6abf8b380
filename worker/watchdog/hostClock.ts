import type { HostEvent } from '../../domain/journal/events';

/** A tick this late means that the machine slept, was stopped, or that its clock was moved. */
const SLEPT_MS = 30_000;
/** Above this the offset is written down. */
const OFFSET_MS = 2_000;
/** An offset that stays is written once, and again once it has moved by as much. */
const MOVED_MS = OFFSET_MS;

/** What there is to say of a tick that was meant for `expectedMs` and came at `nowMs` (both since the epoch). */
export function sleptBy(expectedMs: number, nowMs: number): HostEvent | null {
  const gapMs = Math.round(nowMs - expectedMs);
  return gapMs > SLEPT_MS ? { type: 'system.slept', values: { gapMs } } : null;
}

/**
 * How far the database's clock is from the host's, ms; half the time that the answer took is taken off.
 *
 * @throws whatever the database throws
 */
export async function measureOffset(databaseNow: () => Promise<Date>, now: () => Date): Promise<number> {
  const askedMs = now().getTime();
  const answered = await databaseNow();
  const tookMs = now().getTime() - askedMs;
  return Math.round(answered.getTime() - askedMs - tookMs / 2);
}

/** Whether an offset is worth an entry, after the one that was written last (0 if none was). */
export function offsetToNote(offsetMs: number, notedMs: number): HostEvent | null {
  if (Math.abs(offsetMs) <= OFFSET_MS || Math.abs(offsetMs - notedMs) <= MOVED_MS) return null;
  return { type: 'system.clockOff', values: { offsetMs } };
}
