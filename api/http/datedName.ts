import { localDate } from '../../domain/deadline/calendarDate';

/**
 * Name of a file that somebody takes, without its ending: with the day on which it is made where the organisation is, which
 * at night is not the day in UTC.
 *
 * @param now UTC instant
 */
export const datedName = (stem: string, { now, zone }: { now: string; zone: string }): string =>
  `${stem}-${localDate(now, zone)}`;
