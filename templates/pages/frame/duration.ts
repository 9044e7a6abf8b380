import type { Language } from '../../../domain/letters/head';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/shared/instant';

const NBSP = '\u00a0';
const words = { fr: { day: 'j', hour: 'h', minute: 'min', under: 'moins d’une minute' } } as const;
const wordsEn = { day: 'd', hour: 'h', minute: 'min', under: 'under a minute' } as const;

/**
 * A length of time as people say it: days and hours, hours and minutes, or minutes. No seconds: nobody should race them.
 *
 * @param ms milliseconds; the sign is dropped
 */
export function durationWords(ms: number, language: Language): string {
  const { day, hour, minute, under } = language === 'fr' ? words.fr : wordsEn;
  const length = Math.abs(ms);
  if (length < MINUTE_MS) return under;
  if (length < HOUR_MS) return join(Math.floor(length / MINUTE_MS), minute);
  if (length < DAY_MS) {
    const minutes = Math.floor((length % HOUR_MS) / MINUTE_MS);
    const hours = join(Math.floor(length / HOUR_MS), hour);
    return minutes === 0 ? hours : `${hours}${NBSP}${String(minutes).padStart(2, '0')}`;
  }
  const hours = Math.floor((length % DAY_MS) / HOUR_MS);
  const days = join(Math.floor(length / DAY_MS), day);
  return hours === 0 ? days : `${days}${NBSP}${join(hours, hour)}`;
}

const join = (count: number, unit: string): string => `${count}${NBSP}${unit}`;
