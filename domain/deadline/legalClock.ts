import { dateFormat } from '../shared/dateFormat';
import { FIRST_LOCAL_TIME_MS, HOUR_MS } from '../shared/instant';

export type LegalDue = {
  /** t0 + n elapsed hours: timers, pages and "reasons for delay" use this one, which is never later. */
  strict: string;
  /** Regulation (EEC, Euratom) 1182/71 art. 3(1)–(2)(a): the hour of the event is not counted. */
  reg1182: string;
};

/**
 * An hour-based limit of Union law, counted both ways. Elapsed UTC time: no change of clocks, weekend or
 * holiday moves it, and art. 3(5) is never applied.
 *
 * @param zone IANA zone of the establishment that owes the act; only its hour boundaries matter
 * @see domain rules section 3.1
 */
export function legalDue(t0: string, hours: number, zone: string): LegalDue {
  const lengthMs = hours * HOUR_MS;
  return {
    strict: new Date(Date.parse(t0) + lengthMs).toISOString(),
    reg1182: new Date(startOfNextLocalHourMs(Date.parse(t0), zone) + lengthMs).toISOString(),
  };
}

export type LegalStatus = 'running' | 'late_strict' | 'late';

/** Between both limits a notification is late by the careful count only. */
export function legalStatus({ strict, reg1182 }: LegalDue, now: Date): LegalStatus {
  if (now.getTime() <= Date.parse(strict)) return 'running';
  return now.getTime() <= Date.parse(reg1182) ? 'late_strict' : 'late';
}

/** The hour that contains t0 is the hour of the event, even when t0 is its first instant. */
function startOfNextLocalHourMs(t0Ms: number, zone: string): number {
  const sinceLocalHourMs = (((t0Ms + offsetMs(t0Ms, zone)) % HOUR_MS) + HOUR_MS) % HOUR_MS;
  return t0Ms - sinceLocalHourMs + HOUR_MS;
}

const wallClock = dateFormat({
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** How far local time is ahead of UTC at an instant, whole seconds; before 1900, when places kept their own sun's time, UTC. */
export function offsetMs(atMs: number, zone: string): number {
  if (atMs < FIRST_LOCAL_TIME_MS) return 0;
  // as "3/29/2026, 02:30:00": a text is made several times faster than its parts
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
    wallClock('en-US', zone).format(atMs).match(/\d+/g)?.map(Number) ?? [];
  const localMs = Date.UTC(year, month - 1, day, hour, minute, second);
  return localMs - Math.floor(atMs / 1000) * 1000;
}
