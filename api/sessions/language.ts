import type { IncomingMessage } from 'node:http';
import type { Language } from '../../domain/letters/head';
import { LANGUAGE_COOKIE, readCookie, writeCookie } from './cookie';

const YEAR_SECONDS = 365 * 24 * 3600;

/** The language that somebody chose, for a year. */
export const languageCookie = (language: Language, isHttps: boolean): string =>
  writeCookie(LANGUAGE_COOKIE, language, YEAR_SECONDS, isHttps);

/** Chosen (cookie), else the person's own, else the browser's, else French. */
export function languageOf({ headers }: Pick<IncomingMessage, 'headers'>, person: Language | null): Language {
  const chosen = readCookie(headers.cookie, LANGUAGE_COOKIE);
  if (chosen === 'fr' || chosen === 'en') return chosen;
  return person ?? preferred(headers['accept-language'] ?? '');
}

function preferred(header: string): Language {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', quality = 'q=1'] = wish.trim().toLowerCase().split(';');
    return { language: tag.slice(0, 2), weight: Number(quality.trim().replace('q=', '')) || 0 };
  });
  const known = wishes.filter(({ language, weight }) => weight > 0 && (language === 'fr' || language === 'en'));
  return known.toSorted((a, b) => b.weight - a.weight)[0]?.language === 'en' ? 'en' : 'fr';
}
