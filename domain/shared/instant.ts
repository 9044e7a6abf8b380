import { z } from 'zod';

/** A UTC instant as ISO 8601 with `Z`. Local time and zone are for reading only, never for arithmetic. */
export const Instant = z.iso.datetime().meta({ description: 'UTC instant, ISO 8601 with Z' });

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The GDPR applies from this day (Regulation (EU) 2016/679, art. 99(2)): no limit of its runs from an earlier fact. */
export const GDPR_APPLIES = '2018-05-25T00:00:00.000Z';

/** Nothing is promised for later than this from now: beyond, it is a slip in the year. */
export const LATEST_PROMISE_MS = 365 * DAY_MS;

/** Before the zones of the tz database were whole (Paris until 1911: UTC+0:09:21), an instant is written in UTC. */
export const FIRST_LOCAL_TIME_MS = Date.UTC(1900, 0, 1);

/** Where an instant is written: in the zone, unless only its local mean time is known. */
export const zoneAt = <Zone extends string | undefined>(instant: string, zone: Zone): Zone | 'UTC' =>
  Date.parse(instant) < FIRST_LOCAL_TIME_MS ? 'UTC' : zone;

export const plusMs = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** The earlier of instants; both are ISO with Z, so text order would lie where milliseconds are written on one side only. */
export const earliest = (first: string, ...others: string[]): string =>
  others.reduce((least, other) => (Date.parse(other) < Date.parse(least) ? other : least), first);
