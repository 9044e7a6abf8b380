import type { Language } from '../domain/letters/head';

const regions = {
  fr: new Intl.DisplayNames('fr', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** What `DisplayNames` takes; an entry may hold anything. */
const ISO = /^[A-Z]{2}$/;

/** The name of a country by its ISO 3166-1 alpha-2 code; what is no code is said as it stands. */
export const countryName = (language: Language, country: string): string =>
  ISO.test(country) ? (regions[language].of(country) ?? country) : country;
