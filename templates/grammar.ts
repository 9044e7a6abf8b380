import type { Language } from '../domain/letters/head';
import { dateFormat } from '../domain/shared/dateFormat';
import { HOUR_MS, MINUTE_MS } from '../domain/shared/instant';

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const;

const dayFormat = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });

/** "1er avril 2026", "1 April 2026": a day of the calendar, `YYYY-MM-DD`, the same in every zone. */
export function writeDay(language: Language, day: string): string {
  const written = dayFormat(LOCALE[language], 'UTC').format(Date.parse(day));
  return language === 'fr' ? written.replace(/^1 /, '1er ') : written;
}

/** ISO 8601 in UTC, to the second: for whoever compares with a log. */
export const writeUtc = (instant: string): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');

const numberFormats = { fr: new Intl.NumberFormat(LOCALE.fr), en: new Intl.NumberFormat(LOCALE.en) };

/** "1 000 000", "1,000,000"; of a fraction, such as the hours of a contract, three digits at most: "1,5", "0.025". */
export const writeCount = (language: Language, count: number): string => numberFormats[language].format(count);

/** "5 h 28", "12 min", "2 j 3 h": whole minutes, rounded down, so that nobody is promised time that is not there. */
export function writeDuration(language: Language, ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  const perHour = HOUR_MS / MINUTE_MS;
  const [hours, rest] = [Math.floor(minutes / perHour), minutes % perHour];
  if (hours === 0) return `${rest} min`;
  if (hours < 48) return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
  const day = language === 'fr' ? 'j' : 'd';
  return `${Math.floor(hours / 24)} ${day} ${hours % 24} h`;
}

const NBSP = '\u00a0';
const SECOND_MS = 1_000;
const DIGITS = 100;

/** A limit as hours: "24 h", "1,5 h"; one of less than an hour, as an exercise has, to the second: "12 min", "1 min 30 s". */
export function writeHours(language: Language, hours: number): string {
  const seconds = Math.round((hours * HOUR_MS) / SECOND_MS);
  const perMinute = MINUTE_MS / SECOND_MS;
  if (seconds >= HOUR_MS / SECOND_MS) return `${writeCount(language, Math.round(hours * DIGITS) / DIGITS)}${NBSP}h`;
  const [minutes, rest] = [Math.floor(seconds / perMinute), seconds % perMinute];
  const said = [
    ...(minutes > 0 ? [`${minutes}${NBSP}min`] : []),
    ...(rest > 0 || minutes === 0 ? [`${rest}${NBSP}s`] : []),
  ];
  return said.join(NBSP);
}

export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
