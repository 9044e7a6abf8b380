import { z } from 'zod';
import { Language } from '../../domain/letters/head';
import { referencePage } from '../../templates/pages/reference';
import { definePage } from '../http/definePage';
import type { Route } from '../http/defineRoute';
import { referenceOf } from '../http/reference';
import type { Reference } from '../../templates/pages/reference';
import { type AnyVisit, guestFrame } from './frame';
import type { PageHouse } from './house';

const names = { fr: 'Français', en: 'English' } as const;

/** An installation that was replaced shows the new one soon. */
const CACHE_SECONDS = 300;

/** The reference of the API, for everybody: it says nothing about anybody. Each language is made once, when first asked for. */
export const referencePageOf = (house: PageHouse, routes: readonly Route[]) => {
  let reference: Reference | null = null;
  const made = new Map<Language, string>();
  const write = (visit: Pick<AnyVisit, 'now'>, language: Language): string => {
    reference ??= referenceOf(routes);
    const other = language === 'fr' ? 'en' : 'fr';
    const view = { ...reference, other: { href: `/api/docs?lang=${other}`, language: other, name: names[other] } };
    return referencePage(guestFrame(house, { ...visit, language }, 'UTC'), view);
  };
  return definePage({
    path: '/api/docs',
    audience: 'anyone',
    params: z.object({}),
    query: z.object({ lang: Language.optional() }),
    async render(visit) {
      const language = visit.query.lang ?? visit.language;
      const html = made.get(language) ?? write(visit, language);
      made.set(language, html);
      // without a language in its address it is not the same for everybody
      return { ok: true, value: { html, ...(visit.query.lang !== undefined && { cacheSeconds: CACHE_SECONDS }) } };
    },
  });
};
