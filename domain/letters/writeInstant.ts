import { dateFormat } from '../shared/dateFormat';
import { zoneAt } from '../shared/instant';
import type { Language } from './head';

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const;

const instantFormat = dateFormat({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const offsetFormat = dateFormat({ timeZoneName: 'longOffset' });

/** "28 mars 2026 à 08:40", "28 March 2026 at 08:40". The minute that has begun is shown: never later than the instant. */
export function writeInstant(language: Language, zone: string, instant: string): string {
  const parts = new Map(
    instantFormat(LOCALE[language], zoneAt(instant, zone))
      .formatToParts(Date.parse(instant))
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  const day = language === 'fr' && part('day') === '1' ? '1er' : part('day');
  const at = language === 'fr' ? 'à' : 'at';
  return `${day} ${part('month')} ${part('year')} ${at} ${part('hour')}:${part('minute')}`;
}

/** "UTC+1", "UTC−9:30", "UTC": what the zone was at that instant. */
export function writeOffset(zone: string, instant: string): string {
  const name =
    offsetFormat('en', zoneAt(instant, zone))
      .formatToParts(Date.parse(instant))
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)$/.exec(name) ?? [];
  if (sign === undefined || (hours === '00' && minutes === '00')) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** Both, as running text has it: "28 mars 2026 à 08:40 (UTC+1)". */
export const instantIn = (instant: string, language: Language, zone: string): string =>
  `${writeInstant(language, zone, instant)} (${writeOffset(zone, instant)})`;
