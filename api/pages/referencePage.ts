import { z } from 'zod';
import { Language } from '../../domain/letters/head';
import { referencePage } from '../../templates/pages/reference';
import { definePage } from '../http/definePage';
import type { Route } from '../http/defineRoute';
import { type Reference, referenceOf } from '../http/reference';
import { guestFrame, shownAs } from './frame';
import type { PageHouse } from './house';

const names = { fr: 'Français', en: 'English' } as const;

/** The reference of the API, for everybody: it says nothing about anybody. Made when it is first asked for. */
export const referencePageOf = (house: PageHouse, routes: readonly Route[]) => {
  let reference: Reference | null = null;
  return definePage({
    path: '/api/docs',
    audience: 'anyone',
    params: z.object({}),
    query: z.object({ lang: Language.optional() }),
    async render(visit) {
      reference ??= referenceOf(routes);
      const language = visit.query.lang ?? visit.language;
      const other = language === 'fr' ? 'en' : 'fr';
      const frame = { ...guestFrame(house, visit, 'UTC'), language };
      const view = { ...reference, other: { href: `/api/docs?lang=${other}`, language: other, name: names[other] } };
      return shownAs(referencePage(frame, view));
    },
  });
};
