import { z } from 'zod';

/** A UTC instant as ISO 8601 with `Z`. Local time and zone are for reading only, never for arithmetic. */
export const Instant = z.iso.datetime().meta({ description: 'UTC instant, ISO 8601 with Z' });

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

export const plusMs = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** The earlier of instants; both are ISO with Z, so text order would lie where milliseconds are written on one side only. */
export const earliest = (first: string, ...others: string[]): string =>
  others.reduce((least, other) => (Date.parse(other) < Date.parse(least) ? other : least), first);
