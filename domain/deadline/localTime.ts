import { DAY_MS, MINUTE_MS } from '../shared/instant';
import { plusDays } from './calendarDate';
import { offsetMs } from './legalClock';

/**
 * What a person enters: a wall clock in a place. `time` null: only the day is known. `fold` says which of the two, where
 * clocks were put back and the hour came twice.
 */
export type LocalTime = { date: string; time: string | null; zone: string; fold: 'first' | 'second' | null };

export type LocalFault = 'malformed' | 'missingHour' | 'repeatedHour';
export type LocalReading = { ok: true; instant: string } | { ok: false; fault: LocalFault };

/**
 * The instant of a local date and time (domain rules 3.1). In the hour that came twice the writer must say which; an hour
 * that never was is refused; a date alone is its first instant there, which is never too late.
 *
 * @param time `HH:MM` or `HH:MM:SS`
 */
export function readLocalTime({ date, time, zone, fold }: LocalTime): LocalReading {
  const wallMs = wallClockMs(date, time ?? '00:00');
  if (wallMs === null) return { ok: false, fault: 'malformed' };
  const candidates = instantsOf(wallMs, zone);
  const [first, second] = candidates;
  if (first === undefined) return time === null ? readFirstInstant(wallMs, zone) : { ok: false, fault: 'missingHour' };
  if (second === undefined || time === null || fold === 'first') return found(first);
  return fold === 'second' ? found(second) : { ok: false, fault: 'repeatedHour' };
}

/** Zones that put clocks forward at midnight: the day begins later than 00:00. */
function readFirstInstant(wallMs: number, zone: string): LocalReading {
  for (let minutes = 1; minutes <= 180; minutes += 1) {
    const [first] = instantsOf(wallMs + minutes * MINUTE_MS, zone);
    if (first !== undefined) return found(first);
  }
  return { ok: false, fault: 'missingHour' };
}

const found = (ms: number): LocalReading => ({ ok: true, instant: new Date(ms).toISOString() });

/** Instants at which the clocks of the zone show this, in order: none, one or two. */
function instantsOf(wallMs: number, zone: string): number[] {
  const offsets = [-DAY_MS, 0, DAY_MS].map((shift) => offsetMs(wallMs + shift, zone));
  return [...new Set(offsets)]
    .map((offset) => wallMs - offset)
    .filter((ms) => ms + offsetMs(ms, zone) === wallMs)
    .toSorted((a, b) => a - b);
}

/** The wall clock as if it were UTC; null where the text is no date or time. */
function wallClockMs(date: string, time: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) return null;
  const text = `${date}T${time.length === 5 ? `${time}:00` : time}.000Z`;
  const ms = Date.parse(text);
  return Number.isNaN(ms) || new Date(ms).toISOString() !== text ? null : ms;
}

/** First instant of a day in a zone. @throws RangeError for what is no date */
export function startOfLocalDay(date: string, zone: string): string {
  const read = readLocalTime({ date, time: null, zone, fold: null });
  if (!read.ok) throw new RangeError(`no such day: ${date}`);
  return read.instant;
}

/** First instant after a day in a zone. */
export function endOfLocalDay(date: string, zone: string): string {
  return startOfLocalDay(plusDays(date, 1), zone);
}
