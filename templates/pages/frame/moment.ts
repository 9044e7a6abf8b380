import type { Language } from '../../../domain/letters/head';
import { offsetMs } from '../../../domain/deadline/legalClock';
import { dateFormat } from '../../../domain/shared/dateFormat';
import { DAY_MS, HOUR_MS, MINUTE_MS, plusMs, zoneAt } from '../../../domain/shared/instant';

const NBSP = '\u00a0';
const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/**
 * How much of an instant is written: with weekday, without it, with its year, the hour, the day, the day with its year.
 * `end`: as `full`, of the end of a time; a midnight is the end of its day (24:00), not the beginning of the next.
 * `near`: the hour alone where the instant is of today, with "tomorrow" of the day after, else with weekday and day. Only
 * this style may break, before the hour: it stands in narrow columns. `second`: how far its minute has run,
 * to stand under the hour.
 */
export type MomentStyle = 'full' | 'end' | 'near' | 'plain' | 'long' | 'hour' | 'second' | 'day' | 'date';

/**
 * An instant in the reader's zone, which is written with every clock time: a phone call crosses zones more easily than
 * a page does. It never breaks over two lines.
 */
export function momentWords(
  at: string,
  { zone, language, now }: { zone: string; language: Language; now: string },
  style: MomentStyle,
): string {
  const isMidnight = style === 'end' && inputMoment(at, zone).endsWith('T00:00');
  const part = partsOf(isMidnight ? plusMs(at, -MINUTE_MS) : at, zone, locales[language]);
  const clock = isMidnight ? '24:00' : `${part('hour')}:${part('minute')}`;
  const offset = `(${zoneWords(at, zone)})`;
  const isThisYear = partsOf(now, zone, 'en-GB')('year') === partsOf(at, zone, 'en-GB')('year');
  const day = [
    part('day'),
    part('month'),
    ...(isThisYear && style !== 'long' && style !== 'date' ? [] : [part('year')]),
  ].join(NBSP);
  switch (style) {
    case 'full':
    case 'end':
      return [part('weekday'), day, clock, offset].join(NBSP);
    case 'near':
      return (
        nearWords(at, now, { zone, language }) ?? `${[part('weekday'), day].join(NBSP)} ${[clock, offset].join(NBSP)}`
      );
    case 'long':
    case 'plain':
      return [day, clock, offset].join(NBSP);
    case 'hour':
      return [clock, offset].join(NBSP);
    case 'second':
      return [String(new Date(at).getUTCSeconds()), 's'].join(NBSP);
    case 'day':
    case 'date':
      return day;
  }
}

const tomorrow = { fr: 'demain', en: 'tomorrow' } as const;

function nearWords(at: string, now: string, { zone, language }: { zone: string; language: Language }): string | null {
  const dayOf = (instant: string) => Date.parse(inputMoment(instant, zone).slice(0, 10));
  const hour = momentWords(at, { zone, language, now }, 'hour');
  const days = (dayOf(at) - dayOf(now)) / DAY_MS;
  if (days === 0) return hour;
  return days === 1 ? `${tomorrow[language]} ${hour}` : null;
}

const calendarFormat = dateFormat({ dateStyle: 'long' });

/** A day of the calendar (`2027-12-31`), which has no hour and so no zone: "31 décembre 2027". */
export function calendarWords(day: string, language: Language): string {
  return calendarFormat(locales[language], 'UTC').format(Date.parse(day)).replaceAll(' ', NBSP);
}

/** `UTC+1`, `UTC−9:30`, `UTC`: how far the wall clock is ahead at this instant. */
export function zoneWords(at: string, zone: string): string {
  const ahead = offsetMs(Date.parse(at), zone);
  if (ahead === 0) return 'UTC';
  const minutes = Math.floor((Math.abs(ahead) % HOUR_MS) / MINUTE_MS);
  const hours = Math.floor(Math.abs(ahead) / HOUR_MS);
  return `UTC${ahead > 0 ? '+' : '−'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

/** What an `<input type="datetime-local">` shows: wall clock of the zone, to the minute. */
export function inputMoment(at: string, zone: string): string {
  return new Date(Date.parse(at) + offsetMs(Date.parse(at), zone)).toISOString().slice(0, 16);
}

const clockParts = {
  hourCycle: 'h23',
  weekday: 'short',
  day: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;
const shortMonths = dateFormat({ ...clockParts, month: 'short' });
const longMonths = dateFormat({ ...clockParts, month: 'long' });

function partsOf(at: string, place: string, locale: string) {
  const format = (locale === 'fr-FR' ? shortMonths : longMonths)(locale, zoneAt(at, place));
  const parts = format.formatToParts(Date.parse(at));
  return (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
}
